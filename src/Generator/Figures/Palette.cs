using SkiaSharp;

namespace Recto.Figures;

/// <summary>Colours of raster layers, which cannot follow CSS variables; the values are those of <c>report.css</c>.</summary>
/// <param name="Name"><c>light</c> or <c>dark</c>.</param>
/// <param name="Classes">Ten, told apart also by colour-blind readers; each at least 3:1 on the page.</param>
/// <param name="Signs">From −1 over 0, which is nearly the page, to 1: blue and orange, told apart by all readers.</param>
public sealed record Palette(string Name, IReadOnlyList<SKColor> Classes, IReadOnlyList<SKColor> Signs)
{
    private const int Shades = 32; // to a side; more are not seen, and weigh

    public static Palette Light { get; } =
        Of(
            "light",
            "406dd6 db6c09 427142 bf1800 621f8b 642724 a8598e 606060 91985f 139fc7",
            "15317e 406dd6 a4bcee f2f1ee f5b987 db6c09 7c3500"
        );

    public static Palette Dark { get; } =
        Of(
            "dark",
            "5f81b6 f58b4c 71ba98 d64b2c b296fe 977d66 d09abe 7f7985 e3dea0 81e5ff",
            "b7d2ff 6f9ae6 33518a 22272e 7d4a28 e58447 ffd0a8"
        );

    /// <param name="value">−1 to 1.</param>
    public SKColor Diverging(double value)
    {
        var place = (Math.Round(value * Shades) / Shades + 1) / 2 * (Signs.Count - 1);
        var i = Math.Min((int)place, Signs.Count - 2);
        var (a, b, t) = (Signs[i], Signs[i + 1], place - i);
        return new SKColor(Mix(a.Red, b.Red, t), Mix(a.Green, b.Green, t), Mix(a.Blue, b.Blue, t));
    }

    private static byte Mix(byte a, byte b, double t) => (byte)Math.Round(a + (b - a) * t);

    private static Palette Of(string name, string classes, string signs) => new(name, Colours(classes), Colours(signs));

    private static IReadOnlyList<SKColor> Colours(string words) => [.. words.Split(' ').Select(SKColor.Parse)];
}
