using System.Diagnostics;
using System.Text;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>A report in two languages, built by the real program but for its worker, which does as it is told.</summary>
internal sealed class StubBuild : IDisposable
{
    private const string Report = """
        title: { zh: 一份报告, en: A report }
        description: { zh: 说明, en: About }
        authors: [Nobody]
        url: https://example.org/
        languages: [zh, en]
        parts:
          - { number: 1, title: { zh: 实验, en: Experiments }, chapters: [one] }
        data: { strokes: { kind: strokes } }
        """;

    public StubBuild()
    {
        Folder.Write("content/report.yml", Report);
        Declare(epochs: 2);
        Folder.Write("content/one/en.md", $"---\ntitle: One\n---\n# One {{#one}}\n\n{Body}");
    }

    public Scratch Folder { get; } = new();

    /// <summary>Numbers, a table, a figure and a claim of the run <c>ae</c>; <c>other</c> has a number too.</summary>
    public const string Body = """
        {{ ae.test.mse | fixed 4 }} and {{ other.test.mse | fixed 4 }}.

        ![alt](figure:curves "Caption"){#fig-ae runs=ae metric=loss}

        ```metrics {#tbl-ae}
        caption: A table.
        runs: [ae, other]
        columns: [{ metric: test.mse, format: fixed 4 }]
        ```

        ```claims
        - small
        ```

        """;

    public void Declare(int epochs) =>
        Folder.Write(
            "content/one/zh.md",
            $$"""
            ---
            title: 一
            experiments:
              ae:
                model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
                data: strokes
                loss: mse
                epochs: {{epochs}}
                batch: 64
                seed: 1
              child: { from: ae, after: ae }
              other: { from: ae, seed: 2 }
            claims:
              small:
                holds: ae.test.mse < 1
                expected: reproduced
                text: { zh: 小。, en: Small. }
            ---
            # 一 {#one}

            {{Body}}
            """
        );

    public async Task<(int Exit, string Output, string Errors)> RunAsync(
        string? behaviour = null,
        params string[] options
    )
    {
        using var process = Start(behaviour, options);
        return await EndAsync(process);
    }

    public Task<(int Exit, string Output, string Errors)> CheckAsync(params string[] options) =>
        VerbAsync(["check", .. options]);

    public Task<(int Exit, string Output, string Errors)> VerbAsync(params string[] verb) => BelowAsync("", verb);

    /// <summary>Of a report in a folder of this one's.</summary>
    public async Task<(int Exit, string Output, string Errors)> BelowAsync(string folder, params string[] verb)
    {
        using var process = Start(["dotnet", Scratch.StandIns, "recto", .. verb, "--root", Folder[folder]]);
        return await EndAsync(process);
    }

    private static async Task<(int Exit, string Output, string Errors)> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await output, await errors);
    }

    public Process Start(string? behaviour = null, params string[] options) =>
        Start(["dotnet", Scratch.StandIns, "recto", "build", "--no-pdf", "--root", Folder.Path, .. options], behaviour);

    public Process Start(IReadOnlyList<string> command, string? behaviour = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["STUB_BEHAVIOUR"] = behaviour ?? "";
        start.Environment["STUB_LOG"] = Folder["log"];
        return Process.Start(start)!;
    }

    /// <summary>What began and ended since it was last asked.</summary>
    public IReadOnlyList<string> Log()
    {
        string[] lines = File.Exists(Folder["log"]) ? File.ReadAllLines(Folder["log"]) : [];
        File.Delete(Folder["log"]);
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    public Task<string> PageAsync(string path) => Folder.ReadAsync("site/" + path);

    public void Dispose() => Folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
