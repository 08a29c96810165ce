using ScottPlot;

namespace Recto.Figures;

/// <summary>What a colour means. ScottPlot draws with a stand-in, <see cref="SvgPost"/> writes the page's variable.</summary>
/// <param name="Number">Makes the stand-in unique.</param>
/// <param name="Variable">CSS variable that holds the colour, light and dark.</param>
/// <param name="Class">CSS class of what is drawn, so that a legend can point at it.</param>
/// <param name="Dash">Dash pattern of strokes; absent for solid.</param>
/// <param name="Opacity">Of areas that let others through; absent for solid.</param>
public sealed record Ink(
    byte Number,
    string Variable,
    string? Class = null,
    string? Dash = null,
    string? Opacity = null
)
{
    /// <summary>Of bands behind curves; the legend shows the same.</summary>
    public const string Faint = "0.2";

    /// <summary>Dashes of curves; the legend shows the same.</summary>
    public const string Dashes = "5 4";

    private const int Classes = 10;

    public static Ink Text { get; } = new(1, "--ink");

    public static Ink Soft { get; } = new(2, "--ink-2");

    public static Ink Rule { get; } = new(3, "--rule");

    public static Ink Line { get; } = new(4, "--rule-2");

    public static Ink Paper { get; } = new(5, "--bg");

    public static Ink Mark { get; } = new(6, "--mark");

    /// <summary>A rectangle whose place the figure's raster layer takes.</summary>
    public static Ink Raster { get; } = new(7, "");

    private static IReadOnlyList<Ink> Solid { get; } =
    [.. Enumerable.Range(0, Classes).Select(i => new Ink((byte)(10 + i), $"--c{i}", $"c{i}"))];

    private static IReadOnlyList<Ink> Dashed { get; } =
    [.. Solid.Select(ink => ink with { Number = (byte)(ink.Number + Classes), Dash = Dashes })];

    private static IReadOnlyList<Ink> Bands { get; } =
    [.. Solid.Select(ink => ink with { Number = (byte)(ink.Number + 2 * Classes), Opacity = Faint })];

    /// <summary>The ten classes in an order for a few lines or more: those furthest apart first.</summary>
    public static IReadOnlyList<int> FurthestApart { get; } = [0, 1, 4, 9, 2, 3, 5, 6, 7, 8];

    /// <summary>Colour of the <paramref name="i"/>-th of up to ten classes.</summary>
    public static Ink Of(int i) => Solid[i];

    public static Ink DashedOf(int i) => Dashed[i];

    /// <summary>The same, as an area behind curves.</summary>
    public static Ink BandOf(int i) => Bands[i];

    /// <summary>By the stand-in as Skia writes it.</summary>
    public static IReadOnlyDictionary<string, Ink> ByStandIn { get; } =
        new[] { Text, Soft, Rule, Line, Paper, Mark }
            .Concat(Solid)
            .Concat(Dashed)
            .Concat(Bands)
            .ToDictionary(ink => ink.StandIn.ToHex(), StringComparer.OrdinalIgnoreCase);

    public Color StandIn => new(1, 2, Number);
}
