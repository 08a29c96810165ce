using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>The gate that keeps pages light: what a reader downloads, packed with gzip, as GitHub Pages does.</summary>
public static partial class WeightChecks
{
    /// <summary>Bytes of HTML, styles and scripts of a page.</summary>
    public const int MostCode = 150_000;

    /// <summary>Bytes of all that a page shows: pictures and fonts too.</summary>
    public const int MostInAll = 500_000;

    public static void Check(SiteDraft draft, PassedChecks passed, DiagnosticBag bag)
    {
        var others = draft
            .Files.Keys.Where(path => !SiteDraft.IsPage(path) && !SearchIndex.Is(path) && !Previews.Is(path))
            .Select(path => $"{path} {draft.DigestOf(path)}");
        var beside = Keys.Digest([.. others]);
        var hasty = new Dictionary<string, int>(StringComparer.Ordinal);
        var served = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in draft.Files.Keys.Where(SiteDraft.IsPage))
        {
            passed.Check(["weight", page, draft.DigestOf(page), beside], bag, own => Check(page, own));
        }

        foreach (var script in draft.Files.Keys.Where(Previews.Is))
        {
            if (Size(script, served, CompressionLevel.Optimal) is > MostCode and var size)
            {
                bag.Add(Errors.PageHeavy(script, "previews of what other chapters name", size, MostCode));
            }
        }

        // Packed in haste, a page is at least as heavy as it will be; only a doubtful one is packed as it is served.
        void Check(string page, DiagnosticBag own)
        {
            if (!IsHeavy(WeightOf(page, draft, path => Size(path, hasty, CompressionLevel.Fastest))))
            {
                return;
            }

            var (code, all) = WeightOf(page, draft, path => Size(path, served, CompressionLevel.Optimal));
            if (code > MostCode)
            {
                own.Add(Errors.PageHeavy(page, "HTML, styles and scripts", code, MostCode));
            }

            if (all > MostInAll)
            {
                own.Add(Errors.PageHeavy(page, "all it shows", all, MostInAll));
            }
        }

        int Size(string path, Dictionary<string, int> packed, CompressionLevel level) =>
            packed.TryGetValue(path, out var size) ? size : packed[path] = Packed(path, draft.Files[path], level);
    }

    private static (int Code, int All) WeightOf(string page, SiteDraft draft, Func<string, int> size)
    {
        var html = Encoding.UTF8.GetString(draft.Files[page]);
        var named = Names().Matches(html).Select(m => Path.GetFileName(m.Value)).ToHashSet(StringComparer.Ordinal);
        var loaded = draft.Files.Keys.Where(f => named.Contains(Path.GetFileName(f)) && !Later(f)).ToList();
        // A formula loads the two faces that nearly all of them are set in; the others are rare.
        var fonts = html.Contains("class=\"katex\"", StringComparison.Ordinal)
            ? draft.Files.Keys.Where(f => MathsFonts().IsMatch(f)).Sum(size)
            : 0;
        var code = size(page) + loaded.Where(IsCode).Sum(size);
        return (code, code + loaded.Where(f => !IsCode(f)).Sum(size) + fonts);
    }

    private static bool IsHeavy((int Code, int All) weight) => weight.Code > MostCode || weight.All > MostInAll;

    private static bool IsCode(string path) => Path.GetExtension(path) is ".css" or ".js";

    /// <summary>Another page, or the picture for the other theme.</summary>
    private static bool Later(string path) =>
        SiteDraft.IsPage(path) || path.EndsWith(".dark.webp", StringComparison.Ordinal);

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
