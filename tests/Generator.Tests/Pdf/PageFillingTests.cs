using UglyToad.PdfPig;
using Xunit;

namespace Recto.Tests.Pdf;

/// <summary>A figure that does not fit on the rest of a page: what comes first, and what is left empty.</summary>
public static class PageFillingTests
{
    private const string Line = "<p>One line of text.</p>";

    [Fact]
    public static async Task What_follows_a_figure_fills_the_page_before_it() =>
        Assert.Equal(
            ["before", "after1", "FIGURE", "after2", "after3", "after5"],
            await OrderAsync(
                Figure() + string.Concat(Enumerable.Range(1, 3).Select(i => Words($"after{i}", 8))) + Words("after5", 8)
            )
        );

    [Fact]
    public static async Task A_figure_stays_in_its_section() =>
        Assert.Equal(
            ["before", "FIGURE", "HEADING", "after"],
            await OrderAsync(Figure() + "<h2>HEADING</h2>" + Words("after", 12))
        );

    [Fact]
    public static async Task A_figure_never_passes_another() =>
        Assert.Equal(
            ["before", "after", "FIGURE", "SECOND"],
            await OrderAsync(Figure() + Figure("SECOND") + Words("after", 12))
        );

    [Theory]
    [InlineData("announced:")]
    [InlineData("announced")]
    public static async Task What_announces_a_list_stays_with_it(string lead) =>
        Assert.Equal(
            ["before", lead, "LIST"],
            (await OrderAsync(Figure() + $"<p>{lead}</p><ul><li>LIST</li></ul>" + Words("after", 12))).Take(3)
        );

    [Fact]
    public static async Task A_table_wider_than_the_page_is_made_smaller_and_nothing_else()
    {
        const string Table =
            "<figure class=\"tbl\" id=\"t\"><table><tbody><tr><td><div style=\"width:900px\">wide</div></td></tr></tbody></table></figure>";
        using var with = PdfDocument.Open(await PrintAsync(Table, lines: 2));
        using var without = PdfDocument.Open(await PrintAsync("", lines: 2));
        Assert.Equal(SizeOfText(without), SizeOfText(with), tolerance: 0.01);
    }

    [Theory]
    [InlineData("1", "1", 5, 1)]
    [InlineData("1", "2", 5, 2)]
    [InlineData("1", "1", 36, 2)]
    public static async Task A_chapter_joins_the_page_of_the_one_before_it_in_its_part_if_that_leaves_room(
        string part,
        string next,
        int lines,
        int page
    )
    {
        var html =
            Section(part, string.Concat(Enumerable.Repeat(Line, lines))) + Section(next, "<h1 id=\"h\">HEADING</h1>");
        using var pdf = PdfDocument.Open(await PrintFixture.PrintAsync(html));
        Assert.Equal(page, pdf.GetPages().First(p => p.Text.Contains("HEADING", StringComparison.Ordinal)).Number);
    }

    private static string Section(string part, string html) =>
        $"<section class=\"chapter\" id=\"chapter-{html.Length}\" data-part=\"{part}\"><article>{html}</article></section>";

    private static double SizeOfText(PdfDocument pdf) => pdf.GetPage(1).Letters[0].PointSize;

    [Fact]
    public static async Task A_figure_that_nearly_fits_is_made_smaller()
    {
        using var pdf = PdfDocument.Open(await PrintAsync(Figure(height: 270) + "<h2>HEADING</h2>", lines: 31));
        Assert.Contains("FIGURE", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    /// <summary>Capitals and first words of what stands in the chapter, in the order of the pages.</summary>
    private static async Task<IReadOnlyList<string>> OrderAsync(string html)
    {
        using var pdf = PdfDocument.Open(await PrintAsync(Words("before", 1) + html, lines: 38));
        string[] known =
        [
            "before",
            "after1",
            "after2",
            "after3",
            "after5",
            "after",
            "FIGURE",
            "SECOND",
            "HEADING",
            "LIST",
            "announced:",
            "announced",
        ];
        return [.. pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text).Where(known.Contains)];
    }

    private static Task<byte[]> PrintAsync(string html, int lines) =>
        PrintFixture.PrintAsync(
            $"<section class=\"chapter\"><article>{string.Concat(Enumerable.Repeat(Line, lines))}{html}</article></section>"
        );

    private static string Words(string first, int lines) =>
        $"<p>{first}{string.Concat(Enumerable.Repeat(" words that fill a line of the page with something to read now", lines))}</p>";

    private static string Figure(string caption = "FIGURE", int height = 300) =>
        $"<figure class=\"fig\"><div class=\"plot\" role=\"img\" aria-label=\"A\"><svg viewBox=\"0 0 400 {height}\" width=\"400\" height=\"{height}\"><rect width=\"400\" height=\"{height}\"/></svg></div><figcaption>{caption}</figcaption></figure>";
}
