using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Work whose results are compared and then thrown away: rehearsals, evaluations, trainings.</summary>
/// <param name="folder">Absolute; below it each order has a folder of its own.</param>
/// <param name="files">Data set → role → file.</param>
internal sealed class ScratchWork(
    string folder,
    Worker worker,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, DataFile>> files
) : IDisposable
{
    /// <summary>The folder that the worker filled.</summary>
    /// <param name="found">Of all runs, by id: those that a run may start from or be compared with.</param>
    /// <exception cref="RunDamagedException">The worker left no result; the message says why.</exception>
    public async Task<string> DoAsync(
        RunState state,
        WorkKind kind,
        string? trained,
        IReadOnlyDictionary<string, Run> found,
        Action<string, WorkProgress> hear,
        CancellationToken cancel
    )
    {
        var spec = state.Planned.Spec;
        var output = Path.Combine(folder, $"{state.Id}-{kind}");
        RunStore.Delete(output);
        Directory.CreateDirectory(output);
        var order = new WorkOrder
        {
            Run = state.Id,
            Kind = kind,
            Spec = spec,
            Keys = state.Keys,
            Inputs = state.Inputs,
            Files = files[state.Planned.Data.Name],
            Output = output,
            Parent = spec.After is { } parent ? found[parent].Folder : null,
            Against = spec.Against is { } other ? found[other].Folder : null,
            Trained = trained,
            Ancestors = kind is WorkKind.Rehearse ? Ancestors.Of(spec, found) : null,
        };
        var failure = await worker.WorkAsync(
            order,
            TimeLimit.Of(state, null),
            progress => hear(state.Id, progress),
            cancel
        );
        return failure is null ? output : throw new RunDamagedException(failure.What);
    }

    public void Dispose() => RunStore.Delete(folder);
}
