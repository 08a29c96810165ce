using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>What a build will do, before anything is spent.</summary>
public sealed record Plan(IReadOnlyList<PlannedRun> Runs);

/// <param name="Spec">The experiment's, or its rehearsal for a demo.</param>
public sealed record PlannedRun(string Id, ExperimentSpec Spec, DataSet Data, Experiment Experiment);
