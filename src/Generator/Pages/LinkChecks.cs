using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>The gate before a site is published: every link and anchor within it leads to one place, and nothing is loaded from elsewhere.</summary>
public static partial class LinkChecks
{
    /// <param name="beside">Paths below the site of what is published beside the draft: evidence and PDFs.</param>
    /// <param name="address">The site's own, with a slash at its end: what begins with it must be in the site.</param>
    public static void Check(SiteDraft draft, IReadOnlySet<string> beside, string address, DiagnosticBag bag)
    {
        var pages = draft
            .Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal))
            .Concat(draft.Prints.Select(p => KeyValuePair.Create(p.Path, p.Content)))
            .ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value), StringComparer.Ordinal);
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (page, html) in pages)
        {
            var known = anchors[page] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var twice in Anchors(html).Where(id => !known.Add(id)).Distinct(StringComparer.Ordinal))
            {
                bag.Add(Errors.AnchorTwice(page, twice));
            }
        }

        foreach (var (page, html) in pages)
        {
            foreach (var link in Links(html).Where(link => !Resolves(page, link)).DistinctBy(link => link.Target))
            {
                bag.Add(Errors.LinkBroken(SourceText.Of(html, page).PlaceAt(link.At), link.Target));
            }
        }

        foreach (var (file, content) in draft.Files)
        {
            foreach (var link in LoadedFiles.Named(file, content).Where(link => !Resolves(file, link)))
            {
                bag.Add(
                    Errors.LinkBroken(
                        SourceText.Of(Encoding.UTF8.GetString(content), file).PlaceAt(link.At),
                        link.Target
                    )
                );
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
                && (pages.ContainsKey(file) || draft.Files.ContainsKey(file) || beside.Contains(file))
                && (id.Length == 0 || (anchors.TryGetValue(file, out var known) && known.Contains(id)));
        }
    }

    /// <summary>The file that a server answers for a folder.</summary>
    private static string Door(string path) => path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;

    private static IEnumerable<string> Anchors(string html) =>
        Ids().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

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

    [GeneratedRegex("(?<=\\s)id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("^([a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
