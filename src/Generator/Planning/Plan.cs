using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>What a build will do, before anything is spent.</summary>
/// <param name="Runs">Each after those it needs.</param>
public sealed record Plan(IReadOnlyList<PlannedRun> Runs)
{
    public IReadOnlyList<PlannedFigure> Figures { get; init; } = [];

    public IReadOnlyList<PlannedPage> Pages { get; init; } = [];
}

/// <param name="Runs">Ids of those that it shows.</param>
public sealed record PlannedFigure(string Id, IReadOnlyList<string> Runs);

/// <param name="Path">Below the site, as is <paramref name="Pdf"/>, which holds it as well.</param>
/// <param name="Runs">Ids of those that it speaks of or shows.</param>
public sealed record PlannedPage(string Path, string Pdf, IReadOnlySet<string> Runs);

/// <param name="Id">The experiment's, or a further seed's.</param>
/// <param name="Spec">The experiment's with the run's own seed and predecessors, or its rehearsal for a demo.</param>
public sealed record PlannedRun(string Id, ExperimentSpec Spec, DataSet Data, Experiment Experiment)
{
    /// <summary>A claim is about the time it takes, so nothing else may run beside it.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Ids of the runs that must be finished before this one begins.</summary>
    public IEnumerable<string> Needs => NeedsOf(Spec);

    public static IEnumerable<string> NeedsOf(ExperimentSpec spec) =>
        new[] { spec.After, spec.Against }.OfType<string>().Distinct();
}
