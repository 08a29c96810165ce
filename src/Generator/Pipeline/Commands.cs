using System.Reflection;
using Recto.Diagnostics;
using Recto.Pipeline.Scaffolding;
using Recto.Pipeline.Serving;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>What each verb does.</summary>
public static class Commands
{
    public static async Task<ExitCode> RunAsync(
        Arguments arguments,
        Func<Workspace, RunDisplay, RunDoors> doors,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        switch (arguments.Verb)
        {
            case Verb.Help:
                await Console.Out.WriteLineAsync(Arguments.Usage);
                return ExitCode.Done;
            case Verb.Version:
                await Console.Out.WriteLineAsync(
                    $"recto {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}"
                );
                return ExitCode.Done;
            case Verb.Diff:
                await Console.Out.WriteAsync(SiteDiff.Of(WorkspaceOf(arguments), arguments.Revision));
                return ExitCode.Done;
            case Verb.New:
                Created(arguments.New!, bag).ToList().ForEach(Console.Out.WriteLine);
                return ExitCode.Done;
            case Verb.Clean:
                Clean(WorkspaceOf(arguments));
                return ExitCode.Done;
            case Verb.Serve:
                return await ServeCommand.RunAsync(
                    WorkspaceOf(arguments),
                    OptionsOf(arguments),
                    arguments.Port,
                    doors,
                    cancel
                );
            case Verb.Plan:
                var reading = WorkspaceOf(arguments) with { IsForReading = true };
                return RunCommands.Plan(reading, OptionsOf(arguments), arguments.Json, bag);
            case Verb.Check:
                PlannedReport.Read(WorkspaceOf(arguments), demo: false, arguments.Strict, bag);
                return ExitCode.Done;
            case Verb.Schema:
                EditorFiles
                    .Write(WorkspaceOf(arguments))
                    .ToList()
                    .ForEach(file => Console.Out.WriteLine($"wrote {file}"));
                return ExitCode.Done;
            case Verb.Confirm:
                await Console.Out.WriteLineAsync(
                    Confirmation.Make(WorkspaceOf(arguments), OptionsOf(arguments).Only, bag)
                );
                return ExitCode.Done;
            case Verb.Adopt:
                return await RunCommands.AdoptAsync(WorkspaceOf(arguments), OptionsOf(arguments), bag, cancel);
            case Verb.Verify:
                return await RunCommands.VerifyAsync(WorkspaceOf(arguments), OptionsOf(arguments), bag, cancel);
            default:
                return await ReportBuild.RunAsync(WorkspaceOf(arguments), OptionsOf(arguments), doors, bag, cancel);
        }
    }

    private static IReadOnlyList<string> Created(NewArguments asked, DiagnosticBag bag)
    {
        var report = WorkspaceOf(new Arguments(Verb.New, asked.Root, false, 1, false));
        return asked.Kind switch
        {
            NewKind.Report => NewReport.Write(asked, report, TimeProvider.System.GetLocalNow()),
            NewKind.Chapter => NewChapter.Write(asked, report, bag),
            _ => NewExperiment.Write(asked, report, bag),
        };
    }

    private static BuildOptions OptionsOf(Arguments arguments) =>
        new(arguments.Verb == Verb.Demo, arguments.Fresh, arguments.Jobs, arguments.NoPdf)
        {
            NoTrain = arguments.NoTrain,
            Only = arguments.Only?.Split(',').ToHashSet(),
            MaxMinutes = arguments.MaxMinutes,
            Commit = arguments.Commit,
            Strict = arguments.Strict,
            FailFast = arguments.FailFast,
            TimeLimit = arguments.TimeLimit,
        };

    private static Workspace WorkspaceOf(Arguments arguments)
    {
        if (arguments.Root is { } given && !Directory.Exists(given))
        {
            throw new ReportException(ExitCode.AuthorMistake, $"--root {given}: there is no such folder");
        }

        var home = Home();
        var root = arguments.Root is null ? home : Path.TrimEndingDirectorySeparator(Path.GetFullPath(arguments.Root));
        var site = arguments.Verb == Verb.Demo ? Path.Combine(root, "out", "demo") : SitePlace.Of(root);
        return new Workspace(home, root, site) { Host = SitePlace.HostOf(site, root) };
    }

    /// <summary>The folder above this program that holds the solution.</summary>
    private static string Home()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Recto.slnx")))
            {
                return Path.TrimEndingDirectorySeparator(folder);
            }
        }

        throw new InvalidOperationException($"no Recto.slnx above {AppContext.BaseDirectory}");
    }

    private static void Clean(Workspace workspace)
    {
        foreach (var folder in (string[])[workspace.Cache, Path.Combine(workspace.Root, "out")])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
