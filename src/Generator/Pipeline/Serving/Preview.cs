using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;

namespace Recto.Pipeline.Serving;

/// <summary>Follows the report's files: after each change its next edition is shown, or what is wrong with it.</summary>
internal sealed class Preview(
    Workspace workspace,
    BuildOptions options,
    Func<Workspace, RunDisplay, RunDoors> doors,
    Viewers viewers
) : IDisposable
{
    /// <summary>A file may be read while it is being written: mistakes are told if they are still there a moment later.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromMilliseconds(60);

    /// <summary>After so long without a change, the gates look at all of it.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(600);

    private readonly SourceWatch watch = new(
        workspace.Root,
        workspace.Content,
        workspace.Templates,
        Path.Combine(workspace.Root, "templates"),
        Path.Combine(workspace.Root, OwnClasses.Shared),
        workspace.WorkerSources
    );

    private readonly RunDisplay display = RunDisplay.OfConsole();

    private string seen = "";
    private (string Key, RunSet Runs, Forecast Forecast)? known;

    /// <summary>The last edition that was whole; null as long as there was none.</summary>
    public PreviewEdition? Edition { get; private set; }

    /// <summary>What is wrong with the report as it is now.</summary>
    public IReadOnlyList<Diagnostic> Found { get; private set; } = [];

    /// <summary>Follows until it is cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancel)
    {
        var check = Task.CompletedTask;
        while (true)
        {
            watch.Renew();
            var inputs = Inputs();
            if (inputs is null || inputs == seen)
            {
                await watch.WokenAsync(inputs is null ? Doubt : Timeout.InfiniteTimeSpan, cancel);
                continue;
            }

            var (edition, found) = Next();
            if (edition is null && await watch.WokenAsync(Doubt, cancel))
            {
                continue;
            }

            (seen, Found) = (inputs, found);
            if (edition is not null)
            {
                var gone = Edition;
                Edition = edition;
                _ = check.ContinueWith(_ => gone?.Dispose(), TaskScheduler.Default);
            }

            viewers.Tell();
            using var checking = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            check = edition is null ? Task.CompletedTask : CheckAsync(checking.Token);
            await watch.WokenAsync(Timeout.InfiniteTimeSpan, cancel);
            await checking.CancelAsync(); // The author does not wait for a check that notices late.
        }
    }

    /// <summary>Runs may have been made: looks for them again.</summary>
    public void LookAgain()
    {
        (seen, known) = ("", null);
        watch.Wake();
    }

    public void Dispose()
    {
        watch.Dispose();
        Edition?.Dispose();
    }

    /// <summary>Null while files come and go.</summary>
    private string? Inputs()
    {
        try
        {
            return InputsDigest.Of(workspace, options);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The pages that are being looked at are written at once, so that what is wrong with them is known.</summary>
    private (PreviewEdition? Edition, IReadOnlyList<Diagnostic> Found) Next()
    {
        var bag = new DiagnosticBag();
        PreviewEdition? edition = null;
        try
        {
            var report = PlannedReport.Read(workspace, demo: false, options.Strict, bag);
            var (runs, forecast) = RunsOf(report.Plan, bag);
            edition = new PreviewEdition(report, runs, forecast, workspace, bag);
            viewers.Paths.ToList().ForEach(path => edition.Read(path));
            bag.ThrowIfErrors();
            edition.Digest();
            return (edition, bag.Sorted());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            edition?.Dispose();
            return (null, [.. bag.Sorted(), .. Said(e)]);
        }
    }

    private static IEnumerable<Diagnostic> Said(Exception e) =>
        e is not ReportException ? [new Diagnostic("bug", Severity.Error, $"a bug of Recto's: {e.Message}", null)]
        : e is ReportException { Sentence: { } sentence } ? [new Diagnostic("stopped", Severity.Error, sentence, null)]
        : [];

    /// <summary>Looked for again only when something else is asked for.</summary>
    private (RunSet Runs, Forecast Forecast) RunsOf(Plan plan, DiagnosticBag bag)
    {
        var code =
            RunFolder.SealOf(FileDigests.OfSources(workspace.WorkerSources, ".cs"))
            + RunFolder.SealOf(new OwnSources(workspace).Digests);
        var asked = plan.Runs.Select(r => $"{r.Id} {r.Data.Name} {r.IsTimed} {ContractJson.Canonical(r.Spec)}");
        var key = Keys.Digest([code, .. asked]);
        if (known is not { } last || last.Key != key)
        {
            var states = Choice.Of(doors(workspace, display).Store.Find(plan, bag), options.Runs);
            known = last = (key, Runner.Known(states), Forecast.Of(plan, states, options.Runs));
        }

        return (last.Runs, last.Forecast);
    }

    /// <summary>Of the edition that is shown now.</summary>
    private async Task CheckAsync(CancellationToken cancel)
    {
        var edition = Edition!;
        try
        {
            await Task.Delay(Idle, cancel);
            await Task.Run(() => edition.Check(cancel), cancel);
            cancel.ThrowIfCancellationRequested();
            Found = edition.Bag.Sorted();
            viewers.Tell();
        }
        catch (OperationCanceledException)
        {
            // The next edition is looked at instead.
        }
        catch (ReportException)
        {
            // Of an edition that is gone.
        }
    }
}
