using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;

namespace Recto.Experiments;

/// <summary>
/// Metrics that a report brings along: <c>mean_edge</c> is a class <c>MeanEdge</c> with
/// <c>public static double Of(RunResult run)</c>.
/// </summary>
public static class OwnMetrics
{
    /// <summary>Those that the spec asks for, under the names of <see cref="MetricCatalog"/>.</summary>
    /// <exception cref="RunException">There is no such class.</exception>
    public static IEnumerable<KeyValuePair<string, double>> Of(ExperimentSpec spec, RunResult run) =>
        (spec.Metrics ?? []).Select(name => KeyValuePair.Create(MetricCatalog.Own(name), Find(name)(run)));

    private static Func<RunResult, double> Find(string name) =>
        OwnCode.Find("Metrics", name, "Of") is { } method
        && method.ReturnType == typeof(double)
        && method.GetParameters() is [{ ParameterType: var type }]
        && type == typeof(RunResult)
            ? method.CreateDelegate<Func<RunResult, double>>()
            : throw new RunException(
                "metric-missing",
                $"The metric '{name}' needs 'public static double Of(RunResult run)' in its class."
            );
}
