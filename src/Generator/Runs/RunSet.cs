using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>The finished runs that figures and pages read.</summary>
public sealed record RunSet(IReadOnlyDictionary<string, Run> ById);

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
    /// <summary>The same result under the name of another experiment with the same keys.</summary>
    public Run As(string id) => this with { Id = id, Record = Record with { Run = id } };
}
