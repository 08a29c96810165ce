using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>The gate that keeps pages light: what a reader downloads, packed with gzip, as GitHub Pages does.</summary>
public static partial class WeightChecks
{
    /// <summary>Bytes of HTML, styles and scripts of a page.</summary>
    public const int MostCode = 150_000;

    /// <summary>Bytes of all that a page shows: pictures and fonts too.</summary>
    public const int MostInAll = 500_000;

    public static void Check(SiteDraft draft, DiagnosticBag bag)
    {
        // Packed in haste, a page is at least as heavy as it will be; only a doubtful one is packed as it is served.
        var level = CompressionLevel.Fastest;
        var packed = new Dictionary<string, int>(StringComparer.Ordinal);
        var doubtful = draft.Files.Keys.Where(IsPage).Where(path => IsHeavy(Of(path))).ToList();
        level = CompressionLevel.Optimal;
        packed.Clear();
        foreach (var path in doubtful)
        {
            var weight = Of(path);
            if (weight.Code > MostCode)
            {
                bag.Add(Errors.PageHeavy(path, "HTML, styles and scripts", weight.Code, MostCode));
            }

            if (weight.All > MostInAll)
            {
                bag.Add(Errors.PageHeavy(path, "all it shows", weight.All, MostInAll));
            }
        }

        (int Code, int All) Of(string page)
        {
            var html = Encoding.UTF8.GetString(draft.Files[page]);
            var named = Names().Matches(html).Select(m => Path.GetFileName(m.Value)).ToHashSet(StringComparer.Ordinal);
            var loaded = draft.Files.Keys.Where(f => named.Contains(Path.GetFileName(f)) && !Later(f)).ToList();
            var code = Size(page) + loaded.Where(IsCode).Sum(Size);
            return (code, code + loaded.Where(f => !IsCode(f)).Sum(Size) + Fonts(html));
        }

        // A formula loads the two faces that nearly all of them are set in; the others are rare.
        int Fonts(string html) =>
            html.Contains("class=\"katex\"", StringComparison.Ordinal)
                ? draft.Files.Keys.Where(f => MathsFonts().IsMatch(f)).Sum(Size)
                : 0;

        int Size(string path) =>
            packed.TryGetValue(path, out var size) ? size : packed[path] = Packed(path, draft.Files[path], level);
    }

    private static bool IsHeavy((int Code, int All) weight) => weight.Code > MostCode || weight.All > MostInAll;

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    private static bool IsCode(string path) => Path.GetExtension(path) is ".css" or ".js";

    /// <summary>Another page, or the picture for the other theme.</summary>
    private static bool Later(string path) =>
        path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".dark.webp", StringComparison.Ordinal);

    /// <summary>Pictures and fonts are packed already.</summary>
    private static int Packed(string path, byte[] bytes, CompressionLevel level)
    {
        if (!IsCode(path) && Path.GetExtension(path) is not (".html" or ".svg"))
        {
            return bytes.Length;
        }

        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, level, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return (int)packed.Length;
    }

    [GeneratedRegex(@"(?<=\s(?:href|src)="")[^"":#]+(?="")")]
    private static partial Regex Names();

    [GeneratedRegex(@"KaTeX_(Main-Regular|Math-Italic|Main-Bold|Size[12]-Regular)\.woff2$")]
    private static partial Regex MathsFonts();
}
