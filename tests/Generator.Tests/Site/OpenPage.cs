using Microsoft.Playwright;

namespace Recto.Tests.Site;

/// <summary>A page in the browser, and what went wrong while it was read.</summary>
public sealed class OpenPage(string path, IPage page) : IAsyncDisposable
{
    private readonly List<string> faults = [];

    public string Path => path;

    /// <summary>Requests that leave the site or fail, and errors of scripts.</summary>
    public IReadOnlyList<string> Faults => faults;

    public async Task GoAsync(string site)
    {
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(site, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
            {
                faults.Add($"{path} asks for {request.Url}");
            }
        };
        page.RequestFailed += (_, request) => faults.Add($"{path} does not get {request.Url}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                faults.Add($"{path} asks for {response.Url}, which is not there");
            }
        };
        page.PageError += (_, error) => faults.Add($"{path}: {error}");
        await page.AddInitScriptAsync(
            """
            window.shifts = [];
            new PerformanceObserver(list => list.getEntries().forEach(shift => window.shifts.push(shift)))
                .observe({ type: "layout-shift", buffered: true });
            """
        );
        await page.GotoAsync(site + path);
    }

    public Task ThemeAsync(ColorScheme scheme) => page.EmulateMediaAsync(new() { ColorScheme = scheme });

    public Task<T> AskAsync<T>(string script) => page.EvaluateAsync<T>(script);

    public async Task AddAsync(string script) => await page.AddScriptTagAsync(new() { Content = script });

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
