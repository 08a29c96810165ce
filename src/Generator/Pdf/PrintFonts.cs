using System.Text;

namespace Recto.Pdf;

/// <summary>The faces a PDF is set in: files from npm, never what happens to be installed.</summary>
/// <remarks>
/// Static TrueType: Chromium embeds variable fonts and CFF outlines as Type 3, which is bigger and coarser.
/// The browser reads copies that are gone when this is disposed.
/// </remarks>
public sealed class PrintFonts : IDisposable
{
    private static readonly IReadOnlyList<Face> Faces =
    [
        new("Noto Serif SC", 400, "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
        new("Noto Serif SC", 700, "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
        new("Noto Sans SC", 400, "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
        new("Noto Sans SC", 700, "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
        // Latin letters that the two above lack, ş and ő among them; they were drawn by the same hands.
        new("Source Serif 4", 400, "source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
        new("Source Serif 4", 700, "source-serif-4/700Bold/SourceSerif4_700Bold.ttf"),
        new("Source Sans 3", 400, "source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
        new("Source Sans 3", 700, "source-sans-3/700Bold/SourceSans3_700Bold.ttf"),
        new("JetBrains Mono", 400, "jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf"),
        new("JetBrains Mono", 700, "jetbrains-mono/700Bold/JetBrainsMono_700Bold.ttf"),
    ];

    /// <summary>Else a letter's width would follow the hinting that a machine's fontconfig asks for.</summary>
    private const string Unhinted =
        "*,::before,::after{text-rendering:geometricPrecision!important}@page{text-rendering:geometricPrecision}\n";

    private readonly string folder = Directory.CreateTempSubdirectory("recto-fonts-").FullName;

    /// <param name="assets">The npm folder, absolute.</param>
    public PrintFonts(string assets)
    {
        var css = new StringBuilder(Unhinted);
        foreach (var (family, weight, file) in Faces)
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            var font = File.ReadAllBytes(Path.Combine(assets, "@expo-google-fonts", file));
            CharacterMap.DropRadicals(font);
            File.WriteAllBytes(copy, font);
            var rule = $"font-family:\"{family}\";font-weight:{weight};src:url(\"{new Uri(copy).AbsoluteUri}\")";
            css.Append("@font-face{").Append(rule).Append("}\n");
        }

        Css = css.ToString();
    }

    /// <summary>PostScript names, without style, of every font that a PDF may hold; KaTeX brings its own.</summary>
    public static IReadOnlyList<string> Allowed { get; } =
    [.. Faces.Select(face => face.Family.Replace(" ", "", StringComparison.Ordinal)).Distinct(), "KaTeX_"];

    /// <summary>A family's files, in every weight.</summary>
    public static IEnumerable<string> Files(string assets, string family) =>
        Faces
            .Where(face => face.Family == family)
            .Select(face => Path.Combine(assets, "@expo-google-fonts", face.File));

    /// <summary>The <c>@font-face</c> rules, and how exactly the faces are set.</summary>
    public string Css { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed record Face(string Family, int Weight, string File);
}
