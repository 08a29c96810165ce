namespace Recto.Figures;

/// <summary>What an author's SVG may say. Colours come from classes alone, so that a picture follows light and dark.</summary>
public static class PictureWords
{
    /// <summary>Of what is drawn with it: strokes, text, and areas that are <c>solid</c>; heads of arrows follow.</summary>
    public static IReadOnlyList<string> Colours { get; } =
    ["ink", "muted", "faint", "accent", .. Enumerable.Range(0, 10).Select(i => $"c{i}")];

    /// <summary>A line with a head at its end, and one with heads at both.</summary>
    public static IReadOnlyList<string> Arrows { get; } = ["arrow", "arrows"];

    /// <summary>All classes; <c>minor</c> words are left out on phones, <c>math</c> is set in the formulas' italic, <c>roman</c> in their upright.</summary>
    public static IReadOnlyList<string> Classes { get; } =
    [
        .. Colours,
        .. Arrows,
        "fill",
        "fill-accent",
        "fill-paper",
        "solid",
        "dashed",
        "thin",
        "thick",
        "math",
        "roman",
        "code",
        "strong",
        "minor",
        "halo",
    ];

    public static IReadOnlyList<string> Elements { get; } =
    [
        "circle",
        "clipPath",
        "defs",
        "ellipse",
        "g",
        "line",
        "linearGradient",
        "marker",
        "mask",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "radialGradient",
        "rect",
        "stop",
        "svg",
        "switch",
        "symbol",
        "text",
        "textPath",
        "tspan",
        "use",
    ];

    /// <summary>For other readers than ours: the alt text says what is to be seen.</summary>
    public static IReadOnlyList<string> Silent { get; } = ["title", "desc", "metadata"];

    public static IReadOnlyList<string> Paints { get; } = ["fill", "stroke", "color", "stop-color", "flood-color"];

    public static IReadOnlyList<string> FreePaints { get; } = ["none", "currentColor", "inherit", "transparent"];
}
