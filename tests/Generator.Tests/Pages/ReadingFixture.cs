using Microsoft.Playwright;
using Recto.Pdf;
using Xunit;

namespace Recto.Tests.Pages;

/// <summary>A site of two languages on disk, and a browser that reads it from there.</summary>
public sealed class ReadingFixture : IAsyncLifetime
{
    private readonly string site = Directory.CreateTempSubdirectory("recto-reading-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        using (var report = TwoLanguages.Report())
        {
            foreach (var (path, bytes) in TwoLanguages.Draft(report).Files)
            {
                var file = Path.Combine(site, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
            }
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = BrowserFinder.Find(HostSystem.This, playwright.Chromium.ExecutablePath),
                Args = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? ["--no-sandbox"] : [],
            }
        );
    }

    /// <summary>A page of the site in a window of its own; closed with the browser.</summary>
    public async Task<IPage> OpenAsync(string path, bool script = true, bool phone = false)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                HasTouch = phone,
                IsMobile = phone,
                ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 700 },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(site, path)).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Directory.Delete(site, recursive: true);
    }
}
