using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments.Artifacts;

/// <summary>The numbers of <c>run.json</c>, as <see cref="MetricCatalog"/> announces them.</summary>
public static class Metrics
{
    // A coordinate this small lies on an axis as far as a plot can show
    private const float OnAxis = 1e-6f;

    public static IReadOnlyDictionary<string, double> Of(ExperimentSpec spec, RunResult run)
    {
        var (train, test, size) = (run.Train, run.Test, run.Model.Autoencoder.CodeSize);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["gap.loss"] = test.Parts[0] - train.Parts[0],
            ["gap.mse"] = test.Mse - train.Mse,
            ["latent.knn"] = NearestNeighbours.Accuracy(
                train.Codes,
                run.Data.Train.Labels,
                test.Codes,
                run.Data.Test.Labels,
                size
            ),
            ["latent.on_axis"] = ShareOnAxis(test.Codes, size),
            ["output.dead"] = test.Pixels.Dead,
            ["output.dead_error"] = test.Pixels.DeadError,
            ["parameters"] = run.Model.Parameters.Sum(p => (long)p.Count),
            ["test.mse"] = test.Mse,
            ["train.mse"] = train.Mse,
        };
        foreach (var (i, part) in MetricCatalog.Parts(spec).Index())
        {
            metrics[$"test.{part}"] = test.Parts[i];
            metrics[$"train.{part}"] = train.Parts[i];
            if (run.Curve.Count == 0)
                continue;
            metrics[$"epoch.{part}"] = run.Curve[^1].Train[i];
            metrics[$"first.{part}"] = run.Curve[0].Train[i];
        }
        if (run.Plane is not null)
            metrics["latent.pca"] = run.Plane.Share;
        if (run.Against is not null)
            metrics["latent.alike"] = Procrustes.Likeness(run.Against, test.Codes, size);
        if (MetricCatalog.HasFilters(spec) && run.Model.Autoencoder.Layers[0] is Dense first)
        {
            metrics["weights.orthogonality"] = Filters.Orthogonality(first.Weight.Value);
            metrics["weights.roughness"] = Filters.Roughness(first.Weight.Value, run.Data.Test.Width);
        }
        return metrics;
    }

    /// <summary>Share of codes with a coordinate that is all but zero.</summary>
    public static double ShareOnAxis(float[] codes, int size) =>
        codes.Chunk(size).Average(code => code.Any(c => Math.Abs(c) <= OnAxis) ? 1.0 : 0.0);
}
