using ScottPlot;

namespace Recto.Figures;

/// <summary>Colours of raster layers, which cannot follow CSS variables; the values are those of <c>report.css</c>.</summary>
/// <param name="Name"><c>light</c> or <c>dark</c>.</param>
/// <param name="Classes">Ten, told apart also by colour-blind readers; each at least 3:1 on the page.</param>
public sealed record Palette(string Name, Color Paper, IReadOnlyList<Color> Classes)
{
    public static Palette Light { get; } =
        Of("light", "#ffffff", "406dd6 db6c09 427142 bf1800 621f8b 642724 a8598e 606060 91985f 139fc7");

    public static Palette Dark { get; } =
        Of("dark", "#15181d", "5f81b6 f58b4c 71ba98 d64b2c b296fe 977d66 d09abe 7f7985 e3dea0 81e5ff");

    private static Palette Of(string name, string paper, string classes) =>
        new(name, Color.FromHex(paper), [.. classes.Split(' ').Select(Color.FromHex)]);
}
