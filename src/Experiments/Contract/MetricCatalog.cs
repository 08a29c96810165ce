namespace Recto.Experiments.Contract;

/// <summary>What a run of a given spec records, known before it is trained.</summary>
public static class MetricCatalog
{
    /// <summary>Sorted metric paths, as <see cref="RunRecord.Metrics"/> will hold them.</summary>
    public static IReadOnlyList<string> Of(ExperimentSpec spec) => [.. Unsorted(spec).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Unsorted(ExperimentSpec spec) =>
        [
            .. Trained(spec, "epoch"), // running mean over the last epoch, as Keras prints it
            .. Trained(spec, "first"), // the same of the first epoch
            "gap.loss", // test.loss − train.loss
            "gap.mse",
            .. spec.Against is null ? Array.Empty<string>() : ["latent.alike"], // 1 − Procrustes' disparity, 0 to 1
            "latent.knn", // accuracy of 10 nearest neighbours, train codes → test codes, 0 to 1
            "latent.on_axis", // share of test codes with a coordinate within 1e-6 of zero, 0 to 1
            .. IsPlane(spec) ? Array.Empty<string>() : ["latent.pca"], // share of variance that codes2d.npy shows
            "output.dead", // share of the pixels that test images use and that no output ever lights, 0 to 1
            "output.dead_error", // share of the test set's squared error on those pixels, 0 to 1
            .. (spec.Metrics ?? []).Select(Own),
            "parameters", // trainable weights and biases
            .. Parts(spec).Select(part => $"test.{part}"),
            "test.mse", // against the clean image
            .. Parts(spec).Select(part => $"train.{part}"),
            "train.mse",
            .. HasFilters(spec) ? ["weights.orthogonality", "weights.roughness"] : Array.Empty<string>(),
        ];

    /// <summary>Where a metric of the report's own stands.</summary>
    public static string Own(string name) => $"own.{name}";

    /// <summary>Columns of <c>curves.csv</c> after <c>epoch</c>, one value an epoch; none where nothing is trained.</summary>
    public static IReadOnlyList<string> Curves(ExperimentSpec spec) =>
        IsTrained(spec) ? [.. Parts(spec), .. Parts(spec).Select(part => $"test.{part}")] : [];

    /// <summary>The loss and what belongs to it: a VAE's two terms, a classifier's accuracy.</summary>
    public static IReadOnlyList<string> Parts(ExperimentSpec spec) =>
        IsVariational(spec.Model) ? ["loss", "reconstruction", "kl"]
        : spec.Head is not null ? ["loss", "accuracy"]
        : ["loss"];

    /// <summary>Probes that a model can record, sorted.</summary>
    public static IReadOnlyList<string> Probes(ModelSpec model) =>
        IsVariational(model) && model.Layers is [.., 2]
            ? ["codes", "filters", "manifold", "reconstructions"]
            : ["codes", "filters", "reconstructions"];

    /// <summary>Its code is a Gaussian's mean.</summary>
    public static bool IsVariational(ModelSpec model) =>
        model.Kind is ModelKind.Vae || model is { Kind: ModelKind.Own, Variational: true };

    private static IEnumerable<string> Trained(ExperimentSpec spec, string when) =>
        IsTrained(spec) ? Parts(spec).Select(part => $"{when}.{part}") : [];

    private static bool IsTrained(ExperimentSpec spec) => spec.Model.Kind is not ModelKind.Pca;

    private static bool IsPlane(ExperimentSpec spec) => Shapes.Size(Shapes.Code(spec.Model)) <= 2;

    /// <summary>Units of the first layer see whole images; of a report's own models that is not known before they are built.</summary>
    public static bool HasFilters(ExperimentSpec spec) => spec.Model.Kind is not (ModelKind.Conv or ModelKind.Own);
}
