using Microsoft.Playwright;
using Recto.Diagnostics;

namespace Recto.Pdf;

/// <summary>The door to Chromium: headless, local files only, one process for all that is asked of it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly IReadOnlyList<string> Flags =
    [
        "--font-render-hinting=none",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--disable-gpu",
        "--no-first-run",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;

    private Browser(IPlaywright playwright, IBrowser chromium)
    {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /// <exception cref="ReportException">No browser is there, or it does not start.</exception>
    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var path = "";
        try
        {
            path = BrowserFinder.Find(HostSystem.This, playwright.Chromium.ExecutablePath);
            var chromium = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = path,
                    Args =
                        Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()
                            ? [.. Flags, "--no-sandbox"]
                            : Flags,
                    Timeout = 60_000,
                }
            );
            return new Browser(playwright, chromium);
        }
        catch (Exception e)
        {
            playwright.Dispose();
            if (e is PlaywrightException or TimeoutException)
            {
                var why = e.Message.Split('\n')[0];
                throw new ReportException(ExitCode.SomethingMissing, $"The browser '{path}' does not start: {why}");
            }

            throw;
        }
    }

    /// <summary>Opens a local page and waits until its style, fonts and pictures are there.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="css">Style added to its own.</param>
    /// <exception cref="ReportException">Something that it names cannot be loaded, or lies outside of this machine.</exception>
    public async Task<BrowserPage> OpenAsync(string path, string css)
    {
        var page = await chromium.NewPageAsync(new() { ColorScheme = ColorScheme.Light });
        page.SetDefaultTimeout(60_000);
        var failed = new List<string>();
        page.RequestFailed += (_, request) => failed.Add(request.Url);
        await page.RouteAsync(
            url =>
                !url.StartsWith("file:", StringComparison.Ordinal)
                && !url.StartsWith("data:", StringComparison.Ordinal),
            route => route.AbortAsync()
        );
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await page.AddStyleTagAsync(new() { Content = css });
        failed.AddRange(await page.EvaluateAsync<string[]>(Loaded));
        return failed.Count == 0
            ? new BrowserPage(page)
            : throw new ReportException(
                ExitCode.OurBug,
                $"The print edition '{Path.GetFileName(path)}' cannot load {string.Join(", ", failed)}"
            );
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>Loads every face, since Chromium prints margins without waiting for theirs; answers those that failed.</summary>
    private const string Loaded = """
        async () => {
            const faces = [...document.fonts];
            await Promise.allSettled(faces.map(face => face.load()));
            return faces.filter(face => face.status !== "loaded").map(face => `the font ${face.family}`);
        }
        """;
}
