namespace Recto.Figures;

/// <summary>A figure before <see cref="SvgPost"/>: what ScottPlot drew, and what the SVG gets beside it.</summary>
/// <param name="Vectors">ScottPlot's SVGs, later ones on top, colours by <see cref="Ink.StandIn"/>.</param>
public sealed record Drawing(int Width, int Height, IReadOnlyList<string> Vectors, IReadOnlyList<Word> Words)
{
    public Raster? Raster { get; init; }

    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>Files it was drawn from, as <c>run/file</c>.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];
}

/// <summary>A layer of pixels in place of a rectangle in <see cref="Ink.Raster"/>: as it looks on a light page and on a dark.</summary>
/// <param name="Light">Address, relative to the page.</param>
/// <param name="Dark">The same for a dark page; absent where one picture serves both.</param>
/// <param name="Crisp">Pixels stay squares however large.</param>
/// <param name="Files">Files that the addresses name, by path below the site's <c>figures/</c>; empty if embedded.</param>
public sealed record Raster(string Light, string? Dark, bool Crisp, IReadOnlyDictionary<string, byte[]> Files);
