using System.Diagnostics;
using Microsoft.Playwright;
using Recto.Pdf;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Site;

/// <summary>The report's own pages, made anew from chapters, templates and the committed runs, in one browser for all tests.</summary>
public sealed class BuiltSite : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Scratch scratch = new();
    private SiteServer? server;
    private SiteServer? slowServer;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Paths below the site; the door of the site only leads on.</summary>
    public IReadOnlyList<string> Pages =>
        [.. scratch.Files("site").Where(f => f.EndsWith(".html", StringComparison.Ordinal) && f != "index.html")];

    /// <summary>In each language the page of contents and the longest chapter: all parts that pages are made of.</summary>
    public IReadOnlyList<string> OfEachType =>
        [
            .. Pages
                .GroupBy(page => Path.GetDirectoryName(page))
                .SelectMany(folder =>
                    folder
                        .OrderByDescending(page => new FileInfo(scratch["site/" + page]).Length)
                        .Take(1)
                        .Concat(folder.Where(page => page.EndsWith("/index.html", StringComparison.Ordinal)))
                )
                .Distinct(),
        ];

    public async ValueTask InitializeAsync()
    {
        foreach (var folder in (string[])["content", "site/data"])
        {
            var source = Path.Combine(Repository.Root, folder);
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                scratch.Write($"{folder}/{Path.GetRelativePath(source, file)}", await File.ReadAllBytesAsync(file));
            }
        }

        await BuildAsync();
        server = new SiteServer(scratch["site"], "/recto/");
        slowServer = new SiteServer(scratch["site"], "/recto/") { Piece = 3000 };
        playwright = await Playwright.CreateAsync();
        var path = BrowserFinder.Find(HostSystem.This, playwright.Chromium.ExecutablePath);
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        server?.Dispose();
        slowServer?.Dispose();
        scratch.Dispose();
    }

    /// <summary>A new window of this width, which notes what goes wrong.</summary>
    public async Task<OpenPage> OpenAsync(string path, int width = 1280, bool slowly = false)
    {
        var page = await browser!.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var opened = new OpenPage(path, page);
        await opened.GoAsync((slowly ? slowServer : server)!.Address);
        return opened;
    }

    private async Task BuildAsync()
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "recto.dll"),
            "build",
            "--no-pdf",
            "--no-train",
            "--root",
            scratch.Path,
        ];
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await build.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"the site is not built within {Patience}: {await output}");
        }

        // A verdict that is not the expected one (3) does not hinder reading.
        Assert.True(build.ExitCode is 0 or 3, await errors);
    }
}
