using Recto.Content;

namespace Recto.Figures;

/// <summary>A drawn figure in one language.</summary>
/// <param name="Id">As requested; unique in a page.</param>
/// <param name="Svg">One <c>svg</c> element with a <c>viewBox</c> in CSS pixels, colours as CSS variables, ids prefixed with the figure's.</param>
/// <param name="Legend">Drawn above the plot as HTML; empty for none.</param>
/// <param name="Files">Raster layers: path below the site's <c>figures/</c> → bytes; the SVG names them as <c>../figures/…</c>.</param>
/// <param name="Data">Files of run folders the figure was drawn from, as <c>run/file</c>.</param>
public sealed record Figure(
    string Id,
    Language Language,
    string Svg,
    IReadOnlyList<LegendEntry> Legend,
    IReadOnlyDictionary<string, byte[]> Files,
    IReadOnlyList<string> Data
);

/// <param name="Mark">CSS class of its mark: <c>c0</c> … <c>c9</c>.</param>
/// <param name="Dash">Dash pattern as in SVG, or empty for a solid line, or <see cref="Area"/>; absent for dots.</param>
public sealed record LegendEntry(string Label, string Mark, string? Dash)
{
    /// <summary>In place of a dash pattern: no line, but the area behind lines.</summary>
    public const string Area = "area";
}
