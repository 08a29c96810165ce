using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pipeline.Serving;

/// <summary>Training that a viewer asked for, and how far it is.</summary>
internal sealed class PreviewTraining(
    Workspace workspace,
    BuildOptions options,
    Func<Workspace, RunDisplay, RunDoors> doors,
    Action tell
)
{
    /// <summary>Between two reports.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, RunProgress> runs = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;
    private WholeProgress? whole;
    private int isToBeTold;

    /// <summary>What went wrong the last time.</summary>
    public IReadOnlyList<Diagnostic> Found { get; private set; } = [];

    public bool IsRunning => stop is not null;

    /// <param name="Part">0 to 1.</param>
    /// <param name="Words">As on the console.</param>
    public sealed record RunProgress(string Run, double Part, string Words);

    /// <summary>Of the whole, without a name, and of each run that has begun.</summary>
    public IReadOnlyList<RunProgress> Progress =>
        [
            new("", whole?.Part ?? 0, whole is null ? "making ready" : ProgressWords.Of(whole)),
            .. runs.Values.OrderBy(r => r.Run, StringComparer.Ordinal),
        ];

    /// <summary>One at a time: asked twice, it goes on as it does.</summary>
    /// <param name="then">When it has ended, however.</param>
    public void Start(Action then, CancellationToken cancel)
    {
        lock (gate)
        {
            if (!IsRunning)
            {
                stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                running = Task.Run(() => RunAsync(stop, then), CancellationToken.None);
            }
        }
    }

    /// <summary>When it is over, its workers included.</summary>
    public Task EndedAsync() => running;

    private async Task RunAsync(CancellationTokenSource own, Action then)
    {
        var failures = new DiagnosticBag();
        (whole, Found) = (null, []);
        runs.Clear();
        tell();
        try
        {
            await TrainAsync(failures, own.Token);
        }
        catch (ReportException e)
        {
            if (e.Sentence is { } sentence)
            {
                failures.Add(new Diagnostic("stopped", Severity.Error, sentence, null));
            }
        }
        catch (OperationCanceledException)
        {
            // What was finished is kept.
        }
        finally
        {
            lock (gate)
            {
                Found = failures.Sorted();
                stop = null;
                own.Dispose();
            }

            then();
            tell();
        }
    }

    public void Stop()
    {
        lock (gate)
        {
            stop?.Cancel();
        }
    }

    private async Task TrainAsync(DiagnosticBag failures, CancellationToken cancel)
    {
        var display = RunDisplay.OfConsole(Listen);
        using var held = await BuildLock.TakeAsync(workspace, display.Say, cancel);
        RunStore.Sweep(workspace);
        var report = PlannedReport.Read(workspace, demo: false, options.Strict, failures);
        await Runner.RunAsync(report.Plan, doors(workspace, display), options.Runs, failures, cancel);
    }

    private Action<string, WorkProgress> Listen(IReadOnlyList<Job> jobs, int workers)
    {
        var all = whole = new WholeProgress(jobs, workers);
        return Hear;

        void Hear(string run, WorkProgress progress)
        {
            all.Hear(run, progress);
            var part = progress.Event is WorkEvent.Done ? 1 : ProgressWords.Part(progress);
            var before = runs.GetValueOrDefault(run)?.Part ?? 0;
            runs[run] = new RunProgress(run, part ?? before, ProgressWords.Of(progress));
            if (Interlocked.Exchange(ref isToBeTold, 1) == 0)
            {
                _ = TellSoonAsync();
            }
        }
    }

    /// <summary>With whatever else comes until then: the last news of all is told too.</summary>
    private async Task TellSoonAsync()
    {
        await Task.Delay(Pause);
        Interlocked.Exchange(ref isToBeTold, 0);
        tell();
    }
}
