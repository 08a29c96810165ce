using System.Diagnostics;
using Recto.Diagnostics;

namespace Recto.Runs;

/// <summary>The worker's program: restored and compiled only when a run must train and its sources changed.</summary>
public sealed class WorkerProgram(Workspace workspace, Action<string> say)
{
    private static readonly string[] Sources = [".cs", ".csproj", ".json"];

    private static string DotNet =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private string Bin => Path.Combine(workspace.WorkerSources, "bin");

    private string Stamp => Path.Combine(Bin, ".recto-stamp");

    /// <exception cref="ReportException">It does not build; the compiler's words are in the bag.</exception>
    public async Task<Worker> ReadyAsync(DiagnosticBag bag, CancellationToken cancel)
    {
        var stamp = RunFolder.SealOf(SourceDigests());
        if (!File.Exists(Stamp) || await File.ReadAllTextAsync(Stamp, cancel) != stamp || Built() is null)
        {
            say("compiling the training worker …");
            File.Delete(Stamp);
            await CompileAsync(bag, cancel);
            await File.WriteAllTextAsync(Stamp, stamp, cancel);
        }

        return new Worker([DotNet, Built()!]);
    }

    private async Task CompileAsync(DiagnosticBag bag, CancellationToken cancel)
    {
        string[] arguments = ["build", workspace.WorkerSources, "-c", "Release", "-v", "quiet", "--nologo"];
        var start = new ProcessStartInfo(DotNet, arguments)
        {
            WorkingDirectory = workspace.Home, // where global.json is found
            RedirectStandardOutput = true,
            // A compile server that outlives us would hold our output open.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("no process");
        await using var end = cancel.Register(() => process.Kill(entireProcessTree: true));
        var words = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            var errors = words.Split('\n').Select(line => line.Trim()).Where(IsError).Distinct();
            bag.Add(Errors.WorkerBroken(string.Join('\n', errors)));
            var compiled = words.Contains("error CS", StringComparison.Ordinal);
            throw new ReportException(compiled ? ExitCode.OurBug : ExitCode.SomethingMissing);
        }
    }

    private SortedDictionary<string, string> SourceDigests()
    {
        var digests = FileDigests.OfSources(workspace.WorkerSources, Sources);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json"])
        {
            digests[name] = FileDigests.OfFile(Path.Combine(workspace.Home, name));
        }

        return digests;
    }

    /// <summary>Below a folder named after this platform.</summary>
    private string? Built() =>
        Directory.Exists(Bin)
            ? Directory
                .EnumerateFiles(Path.Combine(Bin, "Release"), "recto-worker.dll", SearchOption.AllDirectories)
                .FirstOrDefault()
            : null;

    private static bool IsError(string line) => line.Contains(": error ", StringComparison.Ordinal);
}
