using Recto.Diagnostics;
using Recto.Figures;
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
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var display = RunDisplay.OfConsole();
        using var held = await BuildLock.TakeAsync(workspace, display.Say, cancel);
        var site = new SiteFolder(workspace.Site);
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
        var exit = await BuildAsync(workspace, options, site, display, bag, cancel);
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
        RunDisplay display,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var (book, terms, plan) = PlannedReport.Read(workspace, options.Demo, bag);
        var doors = RunDoors.Of(workspace, display);
        var runs = await Runner.RunAsync(plan, doors, options.Runs, bag, cancel);
        if (bag.HasErrors || runs.ById.Count < plan.Runs.Count)
        {
            // Until a failed run has a placeholder, nothing is published without it.
            return ExitCode.PublishedWithFailures;
        }

        var figures = FigureGallery.Draw(book, runs, terms, workspace, bag);
        var draft = PageWriter.Write(book, runs, figures, terms, workspace, options.Demo, bag, options.Commit);
        var evidence = Evidence.Of(runs);
        var beside = evidence.Keys.Concat(draft.Prints.Select(p => p.Pdf)).ToHashSet();
        LinkChecks.Check(draft, beside, book.Report.Url, bag);
        WeightChecks.Check(draft, bag);
        GlyphChecks.Check(draft.Prints, book, workspace, bag);
        bag.ThrowIfErrors();

        Printer print = (prints, folder, stop) => Printing.PrintAsync(prints, folder, workspace, bag, stop);
        var publication = new Publication(site, options.NoPdf ? null : print);
        display.Say(await publication.PublishAsync(draft, evidence, cancel));
        var isUnexpected = draft.UnexpectedVerdicts.Count > 0 && !options.Demo; // a rehearsal proves nothing
        return isUnexpected ? ExitCode.PublishedWithFailures : ExitCode.Done;
    }
}
