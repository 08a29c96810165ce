using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments.Artifacts;

/// <summary>The numbers of <c>run.json</c>, as <see cref="MetricCatalog"/> announces them.</summary>
public static class Metrics
{
    // A coordinate this small lies on an axis as far as a plot can show
    private const float OnAxis = 1e-6f;

    public static IReadOnlyDictionary<string, double> Of(
        Network network,
        IReadOnlyList<EpochRecord> curve,
        Dataset data,
        Evaluations evaluations
    )
    {
        var (train, test) = evaluations;
        return new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["epoch.loss"] = curve[^1].Loss,
            ["first.loss"] = curve[0].Loss,
            ["latent.knn"] = NearestNeighbours.Accuracy(
                train.Codes,
                data.Train.Labels,
                test.Codes,
                data.Test.Labels,
                network.CodeSize
            ),
            ["latent.on_axis"] = ShareOnAxis(test.Codes, network.CodeSize),
            ["parameters"] = network.Parameters.Sum(p => p.Count),
            ["test.loss"] = test.Loss,
            ["test.mse"] = test.Mse,
            ["train.loss"] = train.Loss,
            ["train.mse"] = train.Mse,
        };
    }

    /// <summary>Share of codes with a coordinate that is all but zero.</summary>
    public static double ShareOnAxis(float[] codes, int size) =>
        codes.Chunk(size).Average(code => code.Any(c => Math.Abs(c) <= OnAxis) ? 1.0 : 0.0);
}

/// <summary>One network judged on both sets.</summary>
public sealed record Evaluations(Evaluation Train, Evaluation Test);
