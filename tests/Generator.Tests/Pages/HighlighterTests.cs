using Recto.Pages;
using Xunit;

namespace Recto.Tests.Pages;

public static class HighlighterTests
{
    [Theory]
    [InlineData(
        "csharp",
        "return x < 2; // two",
        "<span class=\"k\">return </span>x <span class=\"o\">&lt; </span><span class=\"m\">2</span>; <span class=\"c\">// two</span>"
    )]
    [InlineData(
        "csharp",
        "var s = \"a\";",
        "<span class=\"k\">var </span>s <span class=\"o\">= </span><span class=\"s\">&quot;a&quot;</span>;"
    )]
    [InlineData(
        "csharp",
        "public Tensor forward(Tensor x)",
        "<span class=\"k\">public </span><span class=\"nc\">Tensor </span><span class=\"nf\">forward</span>(<span class=\"nc\">Tensor </span>x)"
    )]
    [InlineData(
        "yaml",
        "epochs: 100 # all",
        "<span class=\"nt\">epochs</span>: <span class=\"m\">100 </span><span class=\"c\"># all</span>"
    )]
    [InlineData("", "a < b", "a &lt; b")]
    [InlineData("klingon", "a < b", "a &lt; b")]
    public static void Code_has_short_classes(string grammar, string code, string expected) =>
        Assert.Equal([expected], Highlighter.Lines(code, grammar));

    [Fact]
    public static void A_comment_may_run_over_lines() =>
        Assert.Equal(
            ["<span class=\"c\">/* a</span>", "<span class=\"c\">b */ </span>x"],
            Highlighter.Lines("/* a\nb */ x\n", "csharp")
        );
}
