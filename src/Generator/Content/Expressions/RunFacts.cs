using Recto.Experiments.Contract;

namespace Recto.Content.Expressions;

/// <summary>What an expression can ask of a run: <c>ae.test.mse</c>, <c>ae.curve.loss[9]</c>, <c>ae.spec.epochs</c>, <c>ae.time.train</c>; with seeds <c>ae.test.mse.mean</c>.</summary>
/// <param name="TrainSeconds">Absent before training.</param>
public sealed record RunFacts(
    ExperimentSpec Spec,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Curves,
    double? TrainSeconds
)
{
    /// <summary>Whose facts these are, where it is not the seed that stands at their place.</summary>
    public string? Run { get; init; }

    /// <summary>The same of each further seed; these members are the first one's, whose time counts alone.</summary>
    public IReadOnlyList<RunFacts> Further { get; init; } = [];

    /// <summary>Whether a metric has a mean and a spread: measured more than once, and not the spec's to say.</summary>
    public bool IsSpread(string metric) =>
        Further.Count > 0 && metric is not "parameters" && Metrics.ContainsKey(metric);

    /// <summary>Of a sweep, its runs with what was varied in each; empty for a run.</summary>
    public IReadOnlyList<(object Value, RunFacts Facts)> Members { get; init; } = [];

    public IEnumerable<RunFacts> Seeds => Further.Prepend(this);
}

/// <summary>A value as printed, and which measurements it was made of.</summary>
/// <param name="Value">A number, text or truth value before formatting.</param>
/// <param name="Sources">Every measurement read, sorted by run and path; empty for a constant.</param>
public sealed record Evaluated(string Text, object? Value, IReadOnlyList<Measurement> Sources)
{
    /// <summary>What was read, in that order, under the names that print it alone.</summary>
    public IReadOnlyList<FactRead> Facts { get; init; } = [];

    /// <summary>What the tests in it allowed, in order.</summary>
    public IReadOnlyList<Tolerance> Tolerances { get; init; } = [];
}

/// <param name="Run">Its id; a further seed's is <c>ae.2</c>.</param>
/// <param name="Path">Below the run: <c>test.mse</c>.</param>
/// <param name="Value">As measured, or as the spec declares it.</param>
public sealed record Measurement(string Run, string Path, object Value);

/// <param name="Name">For instance <c>ae.test.mse</c>.</param>
/// <param name="IsSpread">It is printed with <c>spread</c>.</param>
public sealed record FactRead(string Name, bool IsSpread);
