using Recto.Experiments.Contract;

namespace Recto.Content.Expressions;

/// <summary>What an expression can ask of a run: <c>ae.test.mse</c>, <c>ae.curve.loss[9]</c>, <c>ae.spec.epochs</c>, <c>ae.time.train</c>.</summary>
/// <param name="TrainSeconds">Absent before training.</param>
public sealed record RunFacts(
    ExperimentSpec Spec,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Curves,
    double? TrainSeconds
);

/// <summary>A value as printed, and which measurements it was made of.</summary>
/// <param name="Value">A number, text or truth value before formatting.</param>
/// <param name="Sources">Run id and path of every measurement read, sorted; empty for a constant.</param>
public sealed record Evaluated(string Text, object? Value, IReadOnlyList<Measurement> Sources);

/// <param name="Path">Below the run: <c>test.mse</c>.</param>
public sealed record Measurement(string Run, string Path);
