using Markdig.Syntax;
using Recto.Pages;
using Xunit;

namespace Recto.Tests.Pages;

public static class BlockPairsTests
{
    [Theory]
    // What has an id in both stands in one row, and so does as much text between.
    [InlineData("a\n\nb\n\n## X {#xx}\n\nc", "A\n\nB\n\n## Y {#xx}\n\nC", "a|A b|B X|Y c|C")]
    // A language that needs more paragraphs shares one row with the other's.
    [InlineData("a\n\nb\n\n## X {#xx}\n\nc", "A\n\n## X {#xx}\n\nC\n\nD", "a+b|A X|X c|C+D")]
    // An id of one language alone, or in another order, holds nothing together.
    [InlineData("## X {#xx}\n\n## Y {#yy}", "## Y {#yy}\n\n## X {#xx}", "|Y X|X Y|")]
    [InlineData("a", "", "a|")]
    [InlineData("", "", "")]
    public static void Two_texts_become_rows(string first, string second, string rows)
    {
        var pairs = BlockPairs.Of(Parse(first), Parse(second));
        Assert.Equal(rows, string.Join(' ', pairs.Select(p => $"{Words(p.First)}|{Words(p.Second)}")));
    }

    private static MarkdownDocument Parse(string text) =>
        Markdig.Markdown.Parse(text, Recto.Content.Markdown.Pipeline.Chapter);

    private static string Words(IEnumerable<Block> blocks) =>
        string.Join('+', blocks.Select(b => ((LeafBlock)b).Inline!.FirstChild!.ToString()!.Trim()));
}
