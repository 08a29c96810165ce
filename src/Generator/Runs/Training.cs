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

    /// <summary>Trains once what several experiments ask for; where that fails, an error says why.</summary>
    public async Task TrainAsync(
        IReadOnlyList<RunState> same,
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

        if (missing.Count == 0 && await TrainAsync(same[0], hear, cancel) is { } run)
        {
            same.Select(s => run.As(s.Id)).ToList().ForEach(r => runs[r.Id] = r);
        }
    }

    private async Task<Run?> TrainAsync(RunState state, Action<string, WorkProgress> hear, CancellationToken cancel)
    {
        var (id, spec) = (state.Id, state.Planned.Spec);
        var output = store.PlaceToBegin(id);
        try
        {
            RunStore.Begin(output);
            var order = new WorkOrder
            {
                Run = id,
                Spec = spec,
                Keys = state.Keys,
                Inputs = state.Inputs,
                Files = files[state.Planned.Data.Name],
                Output = output,
                Parent = spec.After is { } parent ? runs[parent].Folder : null,
                Against = spec.Against is { } other ? runs[other].Folder : null,
            };
            var limit = TimeLimit.Of(state, options.TimeLimit);
            var failure = await worker.TrainAsync(order, limit, progress => hear(id, progress), cancel);
            return failure is null ? store.Keep(output, order.Keys) : Failed(state, output, failure);
        }
        catch (RunDamagedException e)
        {
            return Failed(state, output, new WorkFailure($"left no whole result: {e.Message}", ""));
        }
        catch (Exception e) when (DiskSpace.IsMissing(e))
        {
            return Failed(state, output, new WorkFailure($"cannot be kept: {e.Message}", "") { IsDiskFull = true });
        }
        finally
        {
            RunStore.Delete(output);
        }
    }

    private Run? Failed(RunState state, string output, WorkFailure failure)
    {
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
