using System.Reflection;
using System.Runtime.Loader;
using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;

namespace Recto.Experiments;

/// <summary>
/// Metrics that a report brings along, compiled by the generator: <c>mean_edge</c> is a class <c>MeanEdge</c> with
/// <c>public static double Of(RunResult run)</c>.
/// </summary>
public static class OwnMetrics
{
    private static Assembly? own;

    /// <param name="path">Absolute.</param>
    public static void Load(string path) => own = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);

    /// <summary>Those that the spec asks for, under the names of <see cref="MetricCatalog"/>.</summary>
    /// <exception cref="RunException">There is no such class.</exception>
    public static IEnumerable<KeyValuePair<string, double>> Of(ExperimentSpec spec, RunResult run) =>
        (spec.Metrics ?? []).Select(name => KeyValuePair.Create(MetricCatalog.Own(name), Find(name)(run)));

    private static Func<RunResult, double> Find(string name)
    {
        var type = string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var method = own
            ?.GetTypes()
            .FirstOrDefault(t => t.Name == type)
            ?.GetMethod("Of", BindingFlags.Public | BindingFlags.Static, [typeof(RunResult)]);
        return method is not null && method.ReturnType == typeof(double)
            ? method.CreateDelegate<Func<RunResult, double>>()
            : throw new RunException(
                "metric-missing",
                $"Metric '{name}' needs a class {type} with 'public static double Of(RunResult run)'."
            );
    }
}
