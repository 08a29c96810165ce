using Recto.Content;
using Recto.Content.Expressions;
using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>Facts of runs that are not trained yet: every name is there, no value means anything.</summary>
internal static class StandIns
{
    /// <summary>No two values are alike, so that no difference of them is zero.</summary>
    public static IReadOnlyDictionary<string, RunFacts> Of(IEnumerable<Experiment> experiments)
    {
        var next = 1.0;
        return experiments.ToDictionary(
            e => e.Id,
            e =>
                Facts(e.Spec, Next) with
                {
                    Further = [.. Enumerable.Range(1, e.Seeds - 1).Select(_ => Facts(e.Spec, Next))],
                }
        );

        double Next() => next += 1.0 / 1024;
    }

    private static RunFacts Facts(ExperimentSpec spec, Func<double> value) =>
        new(
            spec,
            MetricCatalog.Of(spec).ToDictionary(m => m, _ => value()),
            MetricCatalog
                .Curves(spec)
                .ToDictionary(
                    c => c,
                    IReadOnlyList<double> (_) => [.. Enumerable.Range(0, spec.Epochs).Select(_ => value())]
                ),
            value()
        );
}
