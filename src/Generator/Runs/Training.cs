using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Makes one run after another with the same worker and data.</summary>
public sealed class Training(
    RunStore store,
    Worker worker,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, DataFile>> files,
    DiagnosticBag bag
)
{
    /// <returns>The kept run, or null where it failed and an error says why.</returns>
    public async Task<Run?> TrainAsync(RunState state, Action<string, WorkProgress> hear, CancellationToken cancel)
    {
        var id = state.Planned.Id;
        var order = new WorkOrder
        {
            Run = id,
            Spec = state.Planned.Spec,
            Keys = state.Keys,
            Inputs = state.Inputs,
            Files = files[state.Planned.Data.Name],
            Output = store.Begin(id),
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
        var kept = store.SetAside(output, state.Planned.Id);
        var what = $"{failure.What} (what it left is in {kept})";
        bag.Add(Errors.RunFailed(state.Planned.Experiment.Place, state.Planned.Id, what, failure.LastWords));
        return null;
    }
}
