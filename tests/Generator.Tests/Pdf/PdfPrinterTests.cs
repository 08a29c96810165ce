using Recto.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using Xunit;

namespace Recto.Tests.Pdf;

/// <summary>These need a browser, and fail with the way to get one where there is none.</summary>
public static class PdfPrinterTests
{
    [Theory]
    [InlineData(0, "3.1 传统的自动编码器", "3.1.1 训练", "3.2 去噪自动编码器")]
    [InlineData(1, "3.1 The plain autoencoder", "3.2 The denoising one")]
    public static async Task The_contents_say_on_which_page_a_heading_is(int edition, params string[] headings)
    {
        using var pdf = PdfDocument.Open((await PrintFixture.Printed)[edition]);
        var contents = Text(pdf, 1);

        Assert.True(pdf.TryGetBookmarks(out var outline));
        var pages = outline.GetNodes().OfType<DocumentBookmarkNode>().ToDictionary(n => n.Title, n => n.PageNumber);
        Assert.All(
            headings,
            heading =>
            {
                Assert.Contains(Squeezed(heading), Text(pdf, pages[heading]), StringComparison.Ordinal);
                Assert.Contains(Squeezed($"{heading}{pages[heading]}"), contents, StringComparison.Ordinal);
            }
        );
        Assert.Equal(pages.Values.Order().Last(), pdf.NumberOfPages);
    }

    [Fact]
    public static async Task The_outline_says_each_heading_once_and_in_whole_words()
    {
        var printed = await PrintFixture.PrintAsync(
            """
            <header class="cover"><h1>Autoencoders, Simply Implemented</h1></header>
            <nav class="toc"><h2>Contents</h2></nav>
            <section class="chapter"><article><p class="kicker">3 Experiments</p>
            <h1><span class="no">3.1</span> A heading that is far too long for the one line in which it would like to stand</h1>
            </article></section>
            """
        );
        using var pdf = PdfDocument.Open(printed);
        Assert.True(pdf.TryGetBookmarks(out var outline));
        Assert.Equal(
            [
                "Autoencoders, Simply Implemented",
                "Contents",
                "3.1 A heading that is far too long for the one line in which it would like to stand",
            ],
            outline.GetNodes().Select(node => node.Title)
        );
    }

    [Fact]
    public static async Task Chinese_can_be_searched_in_text_figures_and_code()
    {
        using var pdf = PdfDocument.Open((await PrintFixture.Printed)[0]);
        var text = string.Concat(Enumerable.Range(1, pdf.NumberOfPages).Select(number => Text(pdf, number)));

        Assert.Contains("解码器再把它还原——这就是“自编码器”。", text, StringComparison.Ordinal);
        Assert.Contains("训练轮次", text, StringComparison.Ordinal);
        Assert.Contains("//编码", text, StringComparison.Ordinal);
        Assert.Contains("J(W)=∥y−x∥", text, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Two_browsers_print_the_same_bytes()
    {
        var first = await PrintFixture.Printed;
        var second = await PrintFixture.PrintAsync();

        Assert.Equal(first[0], second[0]);
        Assert.Equal(first[1], second[1]);
    }

    [Fact]
    public static async Task Title_and_authors_are_in_the_file_and_no_date()
    {
        using var pdf = PdfDocument.Open((await PrintFixture.Printed)[0]);

        Assert.Equal("自编码器：一份报告", pdf.Information.Title);
        Assert.Equal("王小明, Ada Lovelace", pdf.Information.Author);
        Assert.Null(pdf.Information.CreationDate);
    }

    [Theory]
    [InlineData("<img src=\"https://example.invalid/a.png\">", "https://example.invalid/a.png")]
    [InlineData("<img src=\"gone.png\">", "gone.png")]
    [InlineData("<style>@font-face{font-family:F;src:url(gone.ttf)}</style><p style='font-family:F'>f</p>", "gone.ttf")]
    public static async Task A_page_that_lacks_something_is_not_printed(string body, string named)
    {
        var error = await Assert.ThrowsAsync<ReportException>(() => PrintFixture.PrintAsync(body));

        Assert.Contains("page.html", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Contents_that_ask_for_an_unknown_heading_stop_the_build()
    {
        var error = await Assert.ThrowsAsync<ReportException>(() =>
            PrintFixture.PrintAsync("<p data-page-of=\"gone\"></p>")
        );

        Assert.Equal(
            "The contents ask for the page of 'gone', to which nothing in the print edition links",
            error.Message
        );
    }

    private static string Text(PdfDocument pdf, int page) =>
        Squeezed(string.Concat(pdf.GetPage(page).Letters.Select(letter => letter.Value)));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
