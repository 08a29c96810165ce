namespace Recto.Content;

/// <summary>The figures that can be drawn, and what a chapter may say to each.</summary>
public static class FigureKinds
{
    /// <summary>A file of the chapter's folder, in place of a drawn figure.</summary>
    public const string Picture = "picture";

    /// <summary>The option of a picture that names its file, below <c>content/</c>.</summary>
    public const string Source = "src";

    /// <summary>The option that names a curve of every run; absent, the loss.</summary>
    public const string Metric = "metric";

    public static IReadOnlyList<FigureKind> All { get; } =
    [
        new("curves", MostRuns: 4, Probe: null, [Metric]),
        new("reconstructions", MostRuns: 1, Probe: "reconstructions", []),
        new("codes", MostRuns: 1, Probe: "codes", []),
        new("network", MostRuns: 1, Probe: null, []),
    ];

    public static FigureKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}

/// <param name="Probe">What its runs must record; absent where curves and layers are enough.</param>
/// <param name="Options">Attributes it knows besides the id, <c>runs</c> and <c>slot</c>.</param>
public sealed record FigureKind(string Name, int MostRuns, string? Probe, IReadOnlyList<string> Options);
