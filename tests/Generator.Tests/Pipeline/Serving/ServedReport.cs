using System.Diagnostics;
using Microsoft.Playwright;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline.Serving;

/// <summary>A report that was built, and is now served and open in a browser.</summary>
internal sealed class ServedReport : IAsyncDisposable
{
    private Process? server;

    public StubBuild Report { get; } = new();

    public Scratch Folder => Report.Folder;

    /// <summary>With a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <param name="behaviour">Of the worker, once it is served.</param>
    /// <param name="text">That it has when it is first served; null for that which was built.</param>
    public static async Task<ServedReport> StartAsync(string? behaviour = null, string? text = null)
    {
        var served = new ServedReport();
        var (exit, _, errors) = await served.Report.RunAsync();
        Assert.Equal((0, ""), (exit, errors));
        served.Report.Log();
        if (text is not null)
        {
            served.Write(text);
        }

        await served.ServeAsync(behaviour);
        return served;
    }

    private async Task ServeAsync(string? behaviour)
    {
        server = Report.Start(["dotnet", Scratch.StandIns, "recto", "serve", "--root", Folder.Path], behaviour);
        var said = await server.StandardOutput.ReadLineAsync(Cancel) ?? "";
        Address = said.Split(' ')[0];
        _ = server.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = server.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    public async Task<IPage> OpenAsync(IBrowser browser, string path)
    {
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 900, Height = 600 },
            }
        );
        await page.GotoAsync(Address + path);
        return page;
    }

    /// <summary>Writes what comes after the chapter's first heading, before its numbers and figures.</summary>
    public void Write(string text) =>
        Folder.Write("content/one/en.md", $"---\ntitle: One\n---\n# One {{#one}}\n\n{text}\n\n{StubBuild.Body}");

    /// <summary>As Ctrl-C does.</summary>
    public async Task<int> InterruptAsync()
    {
        Signals.Interrupt(server!);
        await server!.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        return server!.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        Report.Dispose();
        return ValueTask.CompletedTask;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
