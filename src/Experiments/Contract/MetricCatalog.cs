namespace Recto.Experiments.Contract;

/// <summary>The metrics that a run of a given spec records, known before it is trained.</summary>
public static class MetricCatalog
{
    /// <summary>Sorted metric paths, as <see cref="RunRecord.Metrics"/> will hold them.</summary>
    public static IReadOnlyList<string> Of(ExperimentSpec spec) =>
        [
            "epoch.loss", // running mean over the last epoch, as Keras prints it
            "first.loss", // the same of the first epoch
            "latent.knn", // accuracy of 10 nearest neighbours, train codes → test codes, 0 to 1
            "latent.on_axis", // share of test codes with a coordinate within 1e-6 of zero, 0 to 1
            "parameters", // trainable weights and biases
            "test.loss",
            "test.mse", // against the clean image
            "train.loss",
            "train.mse",
        ];

    /// <summary>Columns of <c>curves.csv</c> after <c>epoch</c>, one value an epoch.</summary>
    public static IReadOnlyList<string> Curves(ExperimentSpec spec) => ["loss", "test.loss"];
}
