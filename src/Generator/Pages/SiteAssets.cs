using System.Text;
using System.Text.RegularExpressions;

namespace Recto.Pages;

/// <summary>Styles, scripts and KaTeX's fonts, as the site carries them.</summary>
public static partial class SiteAssets
{
    /// <summary>Path below the site → bytes.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(Workspace workspace) =>
        [
            .. Own(Path.Combine(workspace.Templates, "assets")),
            .. KaTeX(Path.Combine(workspace.Assets, "katex", "dist")),
        ];

    private static IEnumerable<KeyValuePair<string, byte[]>> Own(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Select(file => KeyValuePair.Create("assets/" + Path.GetFileName(file), File.ReadAllBytes(file)));

    private static IEnumerable<KeyValuePair<string, byte[]>> KaTeX(string dist)
    {
        var css = File.ReadAllText(Path.Combine(dist, "katex.min.css"));
        yield return new("assets/katex/katex.min.css", Encoding.UTF8.GetBytes(OlderFonts().Replace(css, "")));
        foreach (var font in Directory.EnumerateFiles(Path.Combine(dist, "fonts"), "*.woff2"))
        {
            yield return new("assets/katex/fonts/" + Path.GetFileName(font), File.ReadAllBytes(font));
        }
    }

    /// <summary>Every browser that can show the pages reads woff2.</summary>
    [GeneratedRegex(@",\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)")]
    private static partial Regex OlderFonts();
}
