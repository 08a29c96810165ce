using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Makes one run after another with the same worker and data.</summary>
/// <param name="runs">Those that are finished; each new one is added.</param>
/// <param name="bag">Takes an error for each run that fails.</param>
public sealed class Training(
    RunStore store,
    Worker worker,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, DataFile>> files,
    ConcurrentDictionary<string, Run> runs,
    RunOptions options,
    DiagnosticBag bag
)
{
    private volatile bool isDiskFull;

    /// <exception cref="ReportException">No more can be kept; what was finished before is.</exception>
    public void ThrowIfDiskFull()
    {
        if (isDiskFull)
        {
            throw new ReportException(ExitCode.SomethingMissing);
        }
    }

    /// <summary>Trains, or evaluates, once what several experiments ask for; where that fails, an error says why.</summary>
    /// <param name="beside">How many other workers have run at its side.</param>
    public async Task MakeAsync(
        IReadOnlyList<RunState> same,
        Func<int> beside,
        Action<string, WorkProgress> hear,
        CancellationToken cancel
    )
    {
        if (isDiskFull)
        {
            return; // Those under way may still fit; to begin another would be in vain.
        }

        var missing = same[0].Planned.Needs.Where(id => !runs.ContainsKey(id)).ToList();
        foreach (var state in same.Where(_ => missing.Count > 0))
        {
            bag.Add(Errors.RunStranded(state.Planned.Experiment.Place, state.Id, missing[0]));
        }

        if (missing.Count == 0 && await MakeAsync(same[0], beside, hear, cancel) is { } run)
        {
            same.Select(s => run.As(s.Id, s.Planned.Spec)).ToList().ForEach(r => runs[r.Id] = r);
        }
    }

    private async Task<Run?> MakeAsync(
        RunState state,
        Func<int> beside,
        Action<string, WorkProgress> hear,
        CancellationToken cancel
    )
    {
        var order = OrderFor(state);
        try
        {
            var failure = await worker.WorkAsync(
                order,
                TimeLimit.Of(state, options.TimeLimit),
                progress => hear(state.Id, progress),
                cancel
            );
            return failure is null
                ? store.Keep(order.Output, order.Keys, order.Trained is null ? beside() : null)
                : Failed(state, order.Output, failure, hear);
        }
        catch (RunDamagedException e)
        {
            return Failed(state, order.Output, new WorkFailure($"left no whole result: {e.Message}", ""), hear);
        }
        catch (Exception e) when (DiskSpace.IsMissing(e))
        {
            var failure = new WorkFailure($"cannot be kept: {e.Message}", "") { IsDiskFull = true };
            return Failed(state, order.Output, failure, hear);
        }
        finally
        {
            RunStore.Delete(order.Output);
        }
    }

    private WorkOrder OrderFor(RunState state)
    {
        var spec = state.Planned.Spec;
        return new WorkOrder
        {
            Run = state.Id,
            Kind = state.Work is RunWork.Evaluate ? WorkKind.Evaluate : WorkKind.Train,
            Spec = spec,
            Keys = state.Keys,
            Inputs = state.Inputs,
            Files = files[state.Planned.Data.Name],
            Output = store.Begin(state.Id),
            Parent = spec.After is { } parent ? runs[parent].Folder : null,
            Against = spec.Against is { } other ? runs[other].Folder : null,
            Trained = state.Trained?.Folder,
            Rehearsed = options.Rehearsed ? true : null,
            Ancestors = options.Rehearsed ? Ancestors.Of(spec, runs) : null,
        };
    }

    private Run? Failed(RunState state, string output, WorkFailure failure, Action<string, WorkProgress> hear)
    {
        hear(state.Id, new WorkProgress { Event = WorkEvent.Failed });
        if (failure.IsDiskFull)
        {
            isDiskFull = true; // Nothing is set aside: its room may be what the others need.
            bag.Add(Errors.DiskFull(state.Planned.Experiment.Place, state.Id, failure.What));
            return null;
        }

        File.WriteAllText(Path.Combine(output, "worker.log"), failure.LastWords);
        var kept = store.SetAside(output, state.Id);
        var what = $"{failure.What} (what it left is in {kept})";
        bag.Add(Errors.RunFailed(state.Planned.Experiment.Place, state.Id, what, failure.LastWords));
        return options.FailFast ? throw new ReportException(ExitCode.PublishedWithFailures) : null;
    }
}
