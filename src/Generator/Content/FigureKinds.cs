namespace Recto.Content;

/// <summary>The figures that can be drawn, and what a chapter may say to each.</summary>
public static class FigureKinds
{
    /// <summary>A file of the chapter's folder, in place of a drawn figure.</summary>
    public const string Picture = "picture";

    /// <summary>The option of a picture that names its file, below <c>content/</c>.</summary>
    public const string Source = "src";

    /// <summary>The option that names curves of every run; absent, the loss.</summary>
    public const string Metric = "metric";

    /// <summary>The option that names rows of images; absent, all there are.</summary>
    public const string Rows = "rows";

    /// <summary>The option that names a part of a network; absent, all that the run trains.</summary>
    public const string Part = "part";

    /// <summary>The option that names what a sweep is drawn over; absent, its first key.</summary>
    public const string Over = "over";

    /// <summary>The option that names the axes that are logarithmic.</summary>
    public const string Log = "log";

    /// <summary>The row of images that only runs with noise have.</summary>
    public const string Noisy = "noisy";

    /// <summary>Rows of images, from top to bottom.</summary>
    public static IReadOnlyList<string> RowKinds { get; } = ["inputs", Noisy, "outputs"];

    public static IReadOnlyList<FigureKind> All { get; } =
    [
        new("curves", MostRuns: 5, Probe: null, new FigureOption(Metric, Most: 3)),
        new(
            "sweep",
            MostRuns: 400,
            Probe: null,
            new FigureOption(Metric, Most: 3) { IsMetric = true },
            new FigureOption(Over, Most: 1),
            new FigureOption(Log, Most: 2, "x", "y")
        )
        {
            OfSweeps = true,
        },
        new("reconstructions", MostRuns: 4, "reconstructions", new FigureOption(Rows, Most: 3, RowKinds)),
        new("codes", MostRuns: 2, "codes"),
        new("manifold", MostRuns: 1, "manifold"),
        new("filters", MostRuns: 2, "filters"),
        new("network", MostRuns: 1, Probe: null, new FigureOption(Part, Most: 1, "all", "encoder", "decoder")),
    ];

    /// <summary>One of Recto's, or of the report's own.</summary>
    public static FigureKind? Find(string name, IReadOnlyList<string> own) =>
        All.FirstOrDefault(k => k.Name == name)
        ?? (
            own.Contains(name)
                ? new(name, MostRuns: 400, Probe: null, new FigureOption(Metric, Most: 10) { IsAny = true })
                : null
        );
}

/// <param name="Probe">What its runs must record; absent where curves and layers are enough.</param>
/// <param name="Options">Attributes it knows besides the id, <c>runs</c> and <c>slot</c>.</param>
public sealed record FigureKind(string Name, int MostRuns, string? Probe, params IReadOnlyList<FigureOption> Options)
{
    /// <summary>Its <c>runs</c> are names of sweeps, each drawn as one.</summary>
    public bool OfSweeps { get; init; }
}

/// <param name="Most">How many words it may have.</param>
/// <param name="Words">What they may be; empty if that depends on the runs.</param>
public sealed record FigureOption(string Name, int Most, params IReadOnlyList<string> Words)
{
    /// <summary>It names metrics, and not curves.</summary>
    public bool IsMetric { get; init; }

    /// <summary>It names metrics or curves.</summary>
    public bool IsAny { get; init; }
}
