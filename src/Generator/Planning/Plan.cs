using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>What a build will do, before anything is spent.</summary>
/// <param name="Runs">Each after those it needs.</param>
public sealed record Plan(IReadOnlyList<PlannedRun> Runs);

/// <param name="Id">The experiment's, or a further seed's.</param>
/// <param name="Spec">The experiment's with the run's own seed and predecessors, or its rehearsal for a demo.</param>
public sealed record PlannedRun(string Id, ExperimentSpec Spec, DataSet Data, Experiment Experiment)
{
    /// <summary>Ids of the runs that must be finished before this one begins.</summary>
    public IEnumerable<string> Needs => NeedsOf(Spec);

    public static IEnumerable<string> NeedsOf(ExperimentSpec spec) =>
        new[] { spec.After, spec.Against }.OfType<string>().Distinct();
}
