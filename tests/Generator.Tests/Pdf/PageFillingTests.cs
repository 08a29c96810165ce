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

    [Fact]
    public static async Task What_announces_a_list_stays_with_it() =>
        Assert.Equal(
            ["before", "LIST", "FIGURE", "after"],
            (await OrderAsync(Figure() + Words("announced:", 1) + "<ul><li>LIST</li></ul>" + Words("after", 1))).Where(
                w => w != "announced:"
            )
        );

    [Fact]
    public static async Task A_figure_that_nearly_fits_is_made_smaller()
    {
        using var pdf = PdfDocument.Open(await PrintAsync(Figure(height: 270) + "<h2>HEADING</h2>", lines: 31));
        Assert.Contains("FIGURE", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    /// <summary>Capitals and first words of what stands in the chapter, in the order of the pages.</summary>
    private static async Task<IReadOnlyList<string>> OrderAsync(string html)
    {
        using var pdf = PdfDocument.Open(await PrintAsync(Words("before", 1) + html, lines: 36));
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
