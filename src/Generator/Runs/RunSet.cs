using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>The finished runs that figures and pages read.</summary>
public sealed record RunSet(IReadOnlyDictionary<string, Run> ById)
{
    /// <summary>All of these, or null where one has no result.</summary>
    public IReadOnlyList<Run>? Find(IReadOnlyList<string> ids) =>
        ids.All(ById.ContainsKey) ? [.. ids.Select(id => ById[id])] : null;
}

/// <param name="Folder">Absolute; holds the artifacts that <see cref="RunRecord.Artifacts"/> lists.</param>
/// <param name="Curves">Column name → value of each epoch, from <c>curves.csv</c>; without the epoch column.</param>
public sealed record Run(
    string Id,
    RunRecord Record,
    RunEnvironment Environment,
    string Folder,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Curves
)
{
    /// <summary>Its weights and arrays are not here: a further seed from published evidence.</summary>
    public bool IsLight { get; init; }

    /// <summary>The same result under the names of another plan with the same keys.</summary>
    public Run As(PlannedRun planned) =>
        this with
        {
            Id = planned.Id,
            Record = Record with { Run = planned.Id, Spec = planned.Spec },
        };
}
