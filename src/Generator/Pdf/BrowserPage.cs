using System.Globalization;
using Microsoft.Playwright;

namespace Recto.Pdf;

/// <summary>A page that the browser has opened.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IPage page;

    internal BrowserPage(IPage page) => this.page = page;

    /// <summary>The ids that the contents ask page numbers of.</summary>
    public async Task<IReadOnlyList<string>> PageQuestionsAsync() =>
        await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[data-page-of]')].map(e => e.dataset.pageOf)"
        );

    /// <param name="pages">Id → page.</param>
    public async Task AnswerPagesAsync(IReadOnlyDictionary<string, int> pages) =>
        await page.EvaluateAsync(
            "pages => document.querySelectorAll('[data-page-of]').forEach(e => e.textContent = pages[e.dataset.pageOf] ?? '')",
            pages.ToDictionary(p => p.Key, p => p.Value.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>The page as it prints: paper size from its style, bookmarks from its headings, tagged.</summary>
    public async Task<byte[]> PrintAsync() =>
        await page.PdfAsync(
            new()
            {
                PreferCSSPageSize = true,
                PrintBackground = true,
                Outline = true,
                Tagged = true,
            }
        );

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
