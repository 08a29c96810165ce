using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

public static class MathsTests
{
    [Fact]
    public static void The_web_gets_a_drawing_and_mathml()
    {
        var html = Set(@"\sigma_e(W_1x+b_1)", MathsForm.Web);
        Assert.StartsWith("<span class=\"katex\"><span class=\"katex-mathml\"><math", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"katex-html\" aria-hidden=\"true\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public static void Paper_gets_one_labelled_picture()
    {
        var html = Set("a<b", MathsForm.Print);
        Assert.StartsWith(
            "<span role=\"img\" aria-label=\"a&lt;b\"><span class=\"katex\">",
            html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("aria-hidden", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<math", html, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_formula_nested_without_end_is_refused_and_takes_nothing_with_it()
    {
        var bag = new DiagnosticBag();
        using var folder = new TestReport();
        using var maths = new Maths(folder.Workspace);
        Assert.Null(maths.Set(Formula(new string('{', 3000) + new string('}', 3000)), MathsForm.Web, bag));
        Assert.EndsWith(
            "its braces are nested too deep",
            Assert.Single(bag.Sorted()).Message,
            StringComparison.Ordinal
        );
        Assert.NotNull(maths.Set(Formula(new string('{', 20) + "x" + new string('}', 20)), MathsForm.Web, bag));
    }

    [Theory]
    [InlineData(@"\frac{1}{2", 11, "Unexpected end of input in a macro argument, expected '}'")]
    [InlineData("x^{2}^{3}", 6, "Double superscript")]
    [InlineData(@"a + \unknown", 5, @"Undefined control sequence: \unknown")]
    [InlineData(
        "损失",
        1,
        "LaTeX-incompatible input and strict mode is set to 'error': Unicode text character \"损\" used in math mode [unicodeTextInMathMode]"
    )]
    public static void A_bad_formula_is_reported_where_it_goes_wrong(string tex, int column, string reason)
    {
        var bag = new DiagnosticBag();
        using var folder = new TestReport();
        using var maths = new Maths(folder.Workspace);
        Assert.Null(maths.Set(Formula(tex), MathsForm.Web, bag));
        var error = Assert.Single(bag.Sorted());
        Assert.Equal(
            $"a.md(1,{column}): error formula-invalid: KaTeX does not accept this formula: {reason}",
            error.ToString()
        );
    }

    [Fact]
    public static void What_was_set_once_is_kept()
    {
        using var folder = new TestReport();
        using var first = new Maths(folder.Workspace);
        var html = first.Set(Formula("x"), MathsForm.Web, new())!;
        var kept = Assert.Single(Directory.GetFiles(Cache(folder)));
        Assert.EndsWith(html, File.ReadAllText(kept), StringComparison.Ordinal);

        new DigestCache(Cache(folder)).Keep(Path.GetFileName(kept), "kept"u8.ToArray());
        using var second = new Maths(folder.Workspace);
        Assert.Equal("kept", second.Set(Formula("x"), MathsForm.Web, new()));
        Assert.DoesNotContain("kept", second.Set(Formula("x"), MathsForm.Print, new()), StringComparison.Ordinal);
        Assert.NotEqual("kept", second.Set(Formula("x") with { Display = true }, MathsForm.Web, new()));
        Assert.NotEqual("kept", second.Set(Formula("y"), MathsForm.Web, new()));
    }

    [Fact]
    public static void A_kept_formula_that_was_cut_short_is_set_again()
    {
        using var folder = new TestReport();
        using var first = new Maths(folder.Workspace);
        var html = first.Set(Formula("x"), MathsForm.Print, new());
        var kept = Assert.Single(Directory.GetFiles(Cache(folder)));
        File.WriteAllText(kept, File.ReadAllText(kept)[..^9]);
        using var second = new Maths(folder.Workspace);
        Assert.Equal(html, second.Set(Formula("x"), MathsForm.Print, new()));
    }

    private static string Cache(TestReport report) => Path.Combine(report.Workspace.Cache, "maths");

    private static string Set(string tex, MathsForm form)
    {
        using var folder = new TestReport();
        using var maths = new Maths(folder.Workspace);
        return maths.Set(Formula(tex), form, new())!;
    }

    private static Formula Formula(string tex) => new(tex, Display: false, at => new Place("a.md", 1, at + 1));
}
