using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Makes one run after another with the same worker and data.</summary>
/// <param name="runs">Those that are finished; each new one is added.</param>
public sealed class Training(
    RunStore store,
    Worker worker,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, DataFile>> files,
    ConcurrentDictionary<string, Run> runs,
    DiagnosticBag bag
)
{
    /// <summary>Trains once what several experiments ask for; where that fails, an error says why.</summary>
    public async Task TrainAsync(
        IReadOnlyList<RunState> same,
        Action<string, WorkProgress> hear,
        CancellationToken cancel
    )
    {
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
        var order = new WorkOrder
        {
            Run = id,
            Spec = spec,
            Keys = state.Keys,
            Inputs = state.Inputs,
            Files = files[state.Planned.Data.Name],
            Output = store.Begin(id),
            Parent = spec.After is { } parent ? runs[parent].Folder : null,
            Against = spec.Against is { } other ? runs[other].Folder : null,
        };
        try
        {
            var failure = await worker.TrainAsync(order, progress => hear(id, progress), cancel);
            return failure is null ? store.Keep(order.Output, order.Keys) : Failed(state, order.Output, failure);
        }
        catch (RunDamagedException e)
        {
            return Failed(state, order.Output, new WorkFailure($"left no whole result: {e.Message}", ""));
        }
        finally
        {
            RunStore.Delete(order.Output);
        }
    }

    private Run? Failed(RunState state, string output, WorkFailure failure)
    {
        File.WriteAllText(Path.Combine(output, "worker.log"), failure.LastWords);
        var kept = store.SetAside(output, state.Id);
        var what = $"{failure.What} (what it left is in {kept})";
        bag.Add(Errors.RunFailed(state.Planned.Experiment.Place, state.Id, what, failure.LastWords));
        return null;
    }
}
