using System.Collections.Concurrent;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>How what is shown of a run stands to what the author asks for now.</summary>
public enum RunStanding
{
    /// <summary>The result of this configuration and this code.</summary>
    Fresh,

    /// <summary>An earlier result, of another configuration or other code; a reader must be told.</summary>
    LastGood,

    /// <summary>There is no result.</summary>
    Absent,
}

/// <summary>The finished runs that figures and pages read.</summary>
/// <param name="ById">Fresh ones and last good ones; an absent run is not among them.</param>
public sealed record RunSet(IReadOnlyDictionary<string, Run> ById)
{
    /// <summary>Ids of those whose result is an earlier one.</summary>
    public IReadOnlySet<string> Stale { get; init; } = new HashSet<string>();

    private readonly ConcurrentDictionary<Run, string> digests = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of all that can be read of a run; its record holds the digests of its files.</summary>
    public string DigestOf(Run run) => digests.GetOrAdd(run, r => Keys.Digest(PartsOf(r)));

    private static IEnumerable<string> PartsOf(Run run) =>
        [
            run.Id,
            ContractJson.Canonical(run.Record),
            ContractJson.Canonical(run.Environment),
            .. run
                .Curves.OrderBy(c => c.Key, StringComparer.Ordinal)
                .SelectMany(c =>
                    c.Value.Select(v => BitConverter.DoubleToInt64Bits(v).ToString("x", null)).Prepend(c.Key)
                ),
        ];

    /// <summary>All of these, or null where one has no result.</summary>
    public IReadOnlyList<Run>? Find(IReadOnlyList<string> ids) =>
        ids.All(ById.ContainsKey) ? [.. ids.Select(id => ById[id])] : null;

    public RunStanding StandingOf(string id) =>
        !ById.ContainsKey(id) ? RunStanding.Absent
        : Stale.Contains(id) ? RunStanding.LastGood
        : RunStanding.Fresh;
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
    /// <summary>Nothing that it made was left out to save room.</summary>
    public bool IsWhole => Record.Artifacts.All(a => File.Exists(Path.Combine(Folder, a.Path)));

    /// <summary>The same result under the name of another experiment with the same keys.</summary>
    /// <param name="spec">The other experiment's, in which also the runs that it names have other names.</param>
    public Run As(string id, ExperimentSpec? spec = null) =>
        this with
        {
            Id = id,
            Record = Record with { Run = id, Spec = spec ?? Record.Spec },
        };
}
