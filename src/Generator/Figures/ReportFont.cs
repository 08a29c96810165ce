using System.Text;
using Recto.Diagnostics;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>Knows which characters the font of figures and PDFs can show.</summary>
public sealed class ReportFont : IDisposable
{
    private static readonly string FileName = Path.Combine(
        "@expo-google-fonts",
        "noto-sans-sc",
        "400Regular",
        "NotoSansSC_400Regular.ttf"
    );

    private readonly SKTypeface typeface;

    private ReportFont(SKTypeface typeface) => this.typeface = typeface;

    /// <exception cref="ReportException">The font is not installed.</exception>
    public static ReportFont Open(Workspace workspace)
    {
        var file = FileOf(workspace);
        return SKTypeface.FromFile(file) is { } typeface
            ? new ReportFont(typeface)
            : throw new ReportException(
                ExitCode.SomethingMissing,
                $"{file} is not a font; `npm ci --omit=dev --ignore-scripts` restores it"
            );
    }

    /// <exception cref="ReportException">The font is not installed.</exception>
    public static string FileOf(Workspace workspace)
    {
        var file = Path.Combine(workspace.Assets, FileName);
        return File.Exists(file)
            ? file
            : throw new ReportException(
                ExitCode.SomethingMissing,
                $"node_modules/{FileName.Replace('\\', '/')} is missing; `npm ci --omit=dev --ignore-scripts` restores it"
            );
    }

    /// <summary>Characters without a glyph, each once, in order of appearance; spaces of any width need none.</summary>
    public string Missing(IEnumerable<string> texts) =>
        string.Concat(
            texts
                .SelectMany(text => text.EnumerateRunes())
                .Distinct()
                .Where(rune => !Rune.IsWhiteSpace(rune) && !typeface.ContainsGlyphs([rune.Value]))
        );

    public void Dispose() => typeface.Dispose();
}
