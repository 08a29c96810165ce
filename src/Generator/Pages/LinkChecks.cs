using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>The gate before a site is published: every link and anchor within it leads to one place, and nothing is loaded from elsewhere.</summary>
public static partial class LinkChecks
{
    /// <param name="beside">Paths below the site of what is published beside the draft: evidence and PDFs.</param>
    /// <param name="address">The site's own, with a slash at its end: what begins with it must be in the site.</param>
    public static void Check(
        SiteDraft draft,
        IReadOnlySet<string> beside,
        string address,
        PassedChecks passed,
        DiagnosticBag bag
    )
    {
        var files = draft.Files.Concat(draft.Prints.Select(p => KeyValuePair.Create(p.Path, p.Content))).ToList();
        var anchors = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (page, html) in files.Where(f => SiteDraft.IsPage(f.Key)))
        {
            var known = anchors[page] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var twice in Anchors(html).Where(id => !known.Add(id)).Distinct(StringComparer.Ordinal))
            {
                bag.Add(Errors.AnchorTwice(page, twice));
            }
        }

        var targets = Keys.Digest([
            address,
            .. draft.Files.Keys.Concat(beside).Order(StringComparer.Ordinal),
            .. anchors.SelectMany(page => page.Value.Prepend(page.Key)),
        ]);
        foreach (var (path, content) in files)
        {
            var digest = draft.Files.ContainsKey(path) ? draft.DigestOf(path) : FileDigests.OfBytes(content);
            passed.Check(["links", path, digest, targets], bag, own => Check(path, content, own));
        }

        void Check(string path, byte[] content, DiagnosticBag own)
        {
            var text = Encoding.UTF8.GetString(content);
            var links = SiteDraft.IsPage(path)
                ? Links(text).Where(l => !Resolves(path, l)).DistinctBy(l => l.Target)
                : [];
            var loaded = draft.Files.ContainsKey(path) ? LoadedFiles.Named(path, text) : [];
            foreach (var link in links.Concat(loaded.Where(link => !Resolves(path, link))))
            {
                own.Add(Errors.LinkBroken(SourceText.Of(text, path).PlaceAt(link.At), link.Target));
            }
        }

        bool Resolves(string page, Link link)
        {
            if (!link.IsLoaded && link.Target.StartsWith(address, StringComparison.Ordinal))
            {
                return Resolves("", link with { Target = Door(link.Target[address.Length..]) });
            }

            if (Scheme().IsMatch(link.Target))
            {
                return !link.IsLoaded || link.Target.StartsWith("data:", StringComparison.Ordinal);
            }

            var (path, id) = Split(link.Target);
            var file = path.Length == 0 ? page : Combine(page, path);
            return file is not null
                && (anchors.ContainsKey(file) || draft.Files.ContainsKey(file) || beside.Contains(file))
                && (id.Length == 0 || (anchors.TryGetValue(file, out var known) && known.Contains(id)));
        }
    }

    /// <summary>The file that a server answers for a folder.</summary>
    private static string Door(string path) => path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;

    private static List<string> Anchors(ReadOnlySpan<byte> html)
    {
        var ids = new List<string>();
        for (int at; (at = html.IndexOf("id=\""u8)) >= 0; )
        {
            var isAttribute = at > 0 && html[at - 1] is (byte)' ' or (byte)'\n';
            html = html[(at + 4)..];
            var end = html.IndexOf((byte)'"');
            if (isAttribute && end >= 0)
            {
                ids.Add(WebUtility.HtmlDecode(Encoding.UTF8.GetString(html[..end])));
            }
        }

        return ids;
    }

    private static IEnumerable<Link> Links(string html) =>
        Tags()
            .Matches(html)
            .Where(tag => tag.Groups[1].Value != "base") // Where the site is published; relative to it, links are checked as ever.
            .SelectMany(tag =>
                Attributes()
                    .Matches(tag.Value)
                    .Select(a => new Link(
                        WebUtility.HtmlDecode(a.Groups[2].Value),
                        a.Groups[1].Value != "href" || tag.Groups[1].Value is "image" or "use" || IsStyle(tag.Value),
                        tag.Index
                    ))
            );

    private static bool IsStyle(string tag) =>
        tag.StartsWith("<link", StringComparison.Ordinal) && tag.Contains("stylesheet", StringComparison.Ordinal);

    private static (string Path, string Id) Split(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (target, "") : (target[..hash], Uri.UnescapeDataString(target[(hash + 1)..]));
    }

    /// <summary>The path below the site; nothing if it leaves the site.</summary>
    private static string? Combine(string page, string path)
    {
        var parts = new Stack<string>(page.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(path).Split('/'))
        {
            if (part == ".." && !parts.TryPop(out _))
            {
                return null;
            }

            if (part is not ("." or ".."))
            {
                parts.Push(part);
            }
        }

        return string.Join('/', parts.Reverse());
    }

    /// <summary>Those that lead somewhere: one in a hundred.</summary>
    [GeneratedRegex(@"<([a-zA-Z]+)\b(?=[^<>]*\s(?:xlink:)?(?:href|src|poster|data)="")[^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s(?:xlink:)?(href|src|poster|data)=\"([^\"]*)\"")]
    private static partial Regex Attributes();

    [GeneratedRegex("^([a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
