using System.Diagnostics;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

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
            Directory.CreateDirectory(Bin);
            File.Delete(Stamp);
            await CompileAsync(bag, cancel);
            await File.WriteAllTextAsync(Stamp, stamp, cancel);
        }

        var worker = Built()!;
        return Own(worker, bag) is { Count: > 0 } own
            ? new Worker([DotNet, worker, "--own", .. own])
            : new Worker([DotNet, worker]);
    }

    /// <summary>What it is to load: an assembly for each metric and each model of the report's own.</summary>
    private IReadOnlyList<string> Own(string worker, DiagnosticBag bag)
    {
        var sources = new OwnSources(workspace);
        var contract = Path.Combine(Path.GetDirectoryName(worker)!, Path.GetFileName(typeof(Keys).Assembly.Location));
        var compiler = new OwnCompiler(workspace, sources, [.. OwnCompiler.Runtime, worker, contract]);
        var files = sources.In(OwnClasses.Metrics).Concat(sources.In(OwnClasses.Models));
        var compiled = files.Select(file => compiler.Compile(file, bag)).ToList();
        return compiled.Contains(null)
            ? throw new ReportException(ExitCode.AuthorMistake)
            : [.. compiled.Select(c => c!.Path)];
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
            var errors = words.Split('\n').Where(IsError).Select(Shortened).Distinct();
            bag.Add(Errors.WorkerBroken(string.Join('\n', errors)));
            var isRestore = words.Contains("error NU", StringComparison.Ordinal);
            throw new ReportException(isRestore ? ExitCode.SomethingMissing : ExitCode.OurBug);
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
    private string? Built()
    {
        var release = Path.Combine(Bin, "Release");
        return Directory.Exists(release)
            ? Directory.EnumerateFiles(release, "recto-worker.dll", SearchOption.AllDirectories).FirstOrDefault()
            : null;
    }

    /// <summary>Without the part of the path that differs between machines, and without the project's name.</summary>
    private string Shortened(string line) =>
        line.Split(" [")[0].Trim().Replace(workspace.Home + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    private static bool IsError(string line) => line.Contains(": error ", StringComparison.Ordinal);
}
