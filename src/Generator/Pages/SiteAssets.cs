using System.Text;
using System.Text.RegularExpressions;

namespace Recto.Pages;

/// <summary>Styles, scripts and KaTeX's fonts, as the site carries them.</summary>
public static partial class SiteAssets
{
    /// <summary>Path below the site → bytes.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(Workspace workspace) =>
        [
            .. Own([.. workspace.TemplateFolders.Select(folder => Path.Combine(folder, "assets"))]),
            .. KaTeX(Path.Combine(workspace.Assets, "katex", "dist")),
            MiniSearch(Path.Combine(workspace.Assets, "minisearch")),
        ];

    /// <summary>A report's own file shadows ours; its <see cref="Custom"/> is added to our style instead.</summary>
    private static IEnumerable<KeyValuePair<string, byte[]>> Own(IReadOnlyList<string> folders)
    {
        var files = folders
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder))
            .DistinctBy(Path.GetFileName)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        if (files.Remove(Custom, out var custom) && files.TryGetValue(Style, out var style))
        {
            files[Style] = [.. style, (byte)'\n', .. custom];
        }

        return files.Select(file => KeyValuePair.Create("assets/" + file.Key, file.Value));
    }

    private const string Style = "recto.css";
    private const string Custom = "custom.css";

    private static IEnumerable<KeyValuePair<string, byte[]>> KaTeX(string dist)
    {
        var css = File.ReadAllText(Path.Combine(dist, "katex.min.css"));
        yield return new("assets/katex/katex.min.css", Encoding.UTF8.GetBytes(OlderFonts().Replace(css, "")));
        foreach (var font in Directory.EnumerateFiles(Path.Combine(dist, "fonts"), "*.woff2"))
        {
            yield return new("assets/katex/fonts/" + Path.GetFileName(font), File.ReadAllBytes(font));
        }
    }

    /// <summary>With its licence, which the distributed file does not carry.</summary>
    private static KeyValuePair<string, byte[]> MiniSearch(string package)
    {
        var licence = File.ReadAllText(Path.Combine(package, "LICENSE.txt")).Trim();
        var script = File.ReadAllText(Path.Combine(package, "dist", "umd", "index.js"));
        return new(
            "assets/minisearch.js",
            Encoding.UTF8.GetBytes($"/*! {licence} */\n{SourceMap().Replace(script, "")}")
        );
    }

    [GeneratedRegex(@"//# sourceMappingURL=.*\s*$")]
    private static partial Regex SourceMap();

    /// <summary>Every browser that can show the pages reads woff2.</summary>
    [GeneratedRegex(@",\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)")]
    private static partial Regex OlderFonts();
}
