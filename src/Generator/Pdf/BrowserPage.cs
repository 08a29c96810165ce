using System.Globalization;
using Microsoft.Playwright;

namespace Recto.Pdf;

/// <summary>A page that the browser has opened.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IPage page;

    private const string Width = """
        () => {
            const probe = document.body.appendChild(document.createElement("div"));
            probe.style.cssText = "position:absolute;width:var(--page-width)";
            const width = probe.getBoundingClientRect().width;
            probe.remove();
            return Math.floor(width);
        }
        """;

    private static readonly Lazy<string> Filling = new(() =>
    {
        using var script = typeof(BrowserPage).Assembly.GetManifestResourceStream("page-filling.js")!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    });

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

    /// <summary>Lets figures stand where they leave no hole on the page before.</summary>
    /// <returns>The ids of those that moved or became smaller, and which of both.</returns>
    public async Task<IReadOnlyList<string>> FillPagesAsync()
    {
        // Rules for narrow screens hold for narrow paper too: pages are tried in a window of their width.
        var width = await page.EvaluateAsync<int>(Width);
        await page.SetViewportSizeAsync(width, height: 900);
        return await page.EvaluateAsync<string[]>(Filling.Value);
    }

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
