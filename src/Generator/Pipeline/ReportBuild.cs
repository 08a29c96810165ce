using Recto.Diagnostics;
using Recto.Pages;
using Recto.Pdf;
using Recto.Runs;

namespace Recto.Pipeline;

/// <param name="Demo">Train everything briefly, publish below <c>out/demo</c>.</param>
/// <param name="Fresh">Train everything, whatever is known.</param>
/// <param name="Jobs">Runs trained side by side.</param>
/// <param name="NoPdf">Leave the PDFs as they are.</param>
public sealed record BuildOptions(bool Demo, bool Fresh, int Jobs, bool NoPdf)
{
    /// <summary>Stamped on each page; empty for none.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Nothing is published while a result is missing or an earlier one, or a translation is missing.</summary>
    public bool Strict { get; init; }

    /// <summary>The first failure of a run ends the build.</summary>
    public bool FailFast { get; init; }

    /// <summary>Of each run.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Publish with what is known.</summary>
    public bool NoTrain { get; init; }

    /// <summary>Runs to make, and no others; null for all that are due.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    public int? MaxMinutes { get; init; }

    public RunOptions Runs =>
        new(Fresh, Jobs)
        {
            NoTrain = NoTrain,
            Only = Only,
            FailFast = FailFast,
            TimeLimit = TimeLimit,
            MaxMinutes = MaxMinutes,
            Rehearsed = !Demo,
        };
}

/// <summary>The way through the house (<c>design.md</c> §1), from chapters to a published site.</summary>
public static class ReportBuild
{
    public static async Task<ExitCode> RunAsync(
        Workspace workspace,
        BuildOptions options,
        Func<Workspace, RunDisplay, RunDoors> doors,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var display = RunDisplay.OfConsole();
        using var held = await BuildLock.TakeAsync(workspace, display.Say, cancel);
        var site = new SiteFolder(workspace.Site, workspace.Host is null ? null : workspace.Cache);
        site.Recover();
        RunStore.Sweep(workspace);
        var last = new LastBuild(workspace);
        var inputs = InputsDigest.Of(workspace, options);
        if (!options.Fresh && last.IsCurrent(inputs))
        {
            display.Say("nothing has changed");
            return ExitCode.Done;
        }

        last.Forget();
        var failures = new DiagnosticBag(); // Apart from the author's mistakes, since they keep nothing from being published.
        var exit = ExitCode.OurBug;
        try
        {
            exit = await BuildAsync(workspace, options, site, doors(workspace, display), bag, failures, cancel);
        }
        finally
        {
            bag.Add(failures);
        }

        if (exit == ExitCode.Done && bag.Sorted().Count == 0)
        {
            last.Remember(inputs);
        }

        return exit;
    }

    /// <summary>The list of stages; nothing flows back.</summary>
    private static async Task<ExitCode> BuildAsync(
        Workspace workspace,
        BuildOptions options,
        SiteFolder site,
        RunDoors doors,
        DiagnosticBag bag,
        DiagnosticBag failures,
        CancellationToken cancel
    )
    {
        PlannedReport report = null!;
        SideBySide.Do(
            () => report = PlannedReport.Read(workspace, options.Demo, options.Strict, bag),
            doors.Store.ReadAhead
        );
        var (book, _, plan) = report;
        var runs = await Runner.RunAsync(plan, doors, options.Runs, failures, cancel);
        var outdated = plan.Runs.Where(r => runs.StandingOf(r.Id) is not RunStanding.Fresh).ToList();
        if (options.Strict && outdated.Count > 0)
        {
            bag.Add(Errors.RunsOutdated(outdated.Select(r => r.Id)));
            return ExitCode.PublishedWithFailures;
        }

        Printer print = (prints, folder, stop) => Printing.PrintAsync(prints, folder, workspace, bag, stop);
        var (draft, evidence, publication) = SideBySide.Of(
            () => Write(report, runs, workspace, options, bag),
            () => Evidence.Of(runs),
            () => new Publication(site, options.NoPdf ? null : print)
        );
        var beside = evidence.Files.Keys.Concat(draft.Pdfs).Concat(SiteLinks.Pages(book.Report, workspace)).ToHashSet();
        SideBySide.Do(
            () => LinkChecks.Check(draft, beside, book.Report.Url, report.Passed, bag),
            () => WeightChecks.Check(draft, report.Passed, bag),
            () => GlyphChecks.Check(draft.Prints, book, workspace, report.Passed, bag)
        );
        report.Passed.Keep();
        bag.ThrowIfErrors();

        cancel.ThrowIfCancellationRequested();
        if (publication.Edited is { Count: > 0 } edited)
        {
            bag.Add(Errors.SiteEdited(Path.GetFileName(workspace.Site), edited));
        }

        doors.Display.Say(await publication.PublishAsync(draft, evidence, cancel));
        var isUnexpected = draft.UnexpectedVerdicts.Count > 0 && !options.Demo; // a rehearsal proves nothing
        return isUnexpected || failures.HasErrors ? ExitCode.PublishedWithFailures : ExitCode.Done;
    }

    private static SiteDraft Write(
        PlannedReport report,
        RunSet runs,
        Workspace workspace,
        BuildOptions options,
        DiagnosticBag bag
    )
    {
        var figures = report.Figures(runs, workspace, bag);
        var source = new SiteSource(report.Book, runs, figures, report.Terms, workspace, options.Demo)
        {
            Commit = options.Commit,
            Inputs = report.Inputs,
        };
        return PageWriter.Write(source, bag, forPaper: !options.NoPdf);
    }
}
