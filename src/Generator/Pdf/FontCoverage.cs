using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Recto.Pdf;

/// <summary>Which characters the fonts of a PDF can show.</summary>
public sealed class FontCoverage : IDisposable
{
    private readonly List<SKTypeface> serif;
    private readonly List<SKTypeface> latinSerif;
    private readonly List<SKTypeface> sans;
    private readonly List<SKTypeface> latinSans;
    private readonly List<SKTypeface> mono;
    private readonly List<SKTypeface> maths;

    /// <param name="assets">The npm folder, absolute.</param>
    public FontCoverage(string assets)
    {
        serif = Family(assets, "Noto Serif SC");
        latinSerif = Family(assets, "Source Serif 4");
        sans = Family(assets, "Noto Sans SC");
        latinSans = Family(assets, "Source Sans 3");
        mono = Family(assets, "JetBrains Mono");
        maths =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(assets, "katex", "dist", "fonts"), "*.ttf")
                .Select(file => SKTypeface.FromFile(file)),
        ];
    }

    private static List<SKTypeface> Family(string assets, string name) =>
        [.. PrintFonts.Files(assets, name).Select(file => SKTypeface.FromFile(file))];

    public bool Has(Rune rune, Setting setting) =>
        IsInvisible(rune)
        || setting switch
        {
            Setting.Words => (All(serif, rune) || All(latinSerif, rune)) && (All(sans, rune) || All(latinSans, rune)),
            Setting.Code => All(mono, rune) || All(sans, rune),
            _ => maths.Any(font => font.ContainsGlyph(rune.Value)) || All(serif, rune),
        };

    /// <summary>Of which fonts one must have the character.</summary>
    public static string Names(Setting setting) =>
        setting switch
        {
            Setting.Words => "Noto Serif SC and Noto Sans SC",
            Setting.Code => "JetBrains Mono and Noto Sans SC",
            _ => "KaTeX and Noto Serif SC",
        };

    /// <summary>Regular and bold; their radicals are taken out before they are used.</summary>
    private static bool All(List<SKTypeface> fonts, Rune rune) =>
        !CharacterMap.IsRadical(rune) && fonts.All(font => font.ContainsGlyph(rune.Value));

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;

    public void Dispose()
    {
        foreach (
            var font in (IEnumerable<SKTypeface>)[.. serif, .. latinSerif, .. sans, .. latinSans, .. mono, .. maths]
        )
        {
            font.Dispose();
        }
    }
}
