using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments;

/// <summary>Refuses to call a run finished whose numbers are none.</summary>
public static class Checks
{
    /// <summary>The very last step may be the one that goes wrong, after the last loss was seen.</summary>
    /// <exception cref="RunException"><c>loss-diverged</c>.</exception>
    public static void Weights(IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var value in parameter.Value.Span)
                if (!float.IsFinite(value))
                    throw new RunException("loss-diverged", $"The weights of {parameter.Name} are no finite numbers.");
        }
    }

    /// <exception cref="RunException"><c>metric-undefined</c>.</exception>
    public static IReadOnlyDictionary<string, double> Metrics(IReadOnlyDictionary<string, double> metrics)
    {
        var undefined = metrics.Where(m => !double.IsFinite(m.Value)).Select(m => m.Key).ToList();
        return undefined.Count == 0
            ? metrics
            : throw new RunException("metric-undefined", $"No finite number: {string.Join(", ", undefined)}.");
    }
}
