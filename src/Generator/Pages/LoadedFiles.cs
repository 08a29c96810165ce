using System.Text.RegularExpressions;

namespace Recto.Pages;

/// <param name="Target">As written.</param>
/// <param name="IsLoaded">The browser fetches it by itself.</param>
/// <param name="At">Where it is written, from the text's beginning.</param>
public sealed record Link(string Target, bool IsLoaded, int At);

/// <summary>What style sheets, scripts and inline styles load besides what tags name.</summary>
public static partial class LoadedFiles
{
    /// <summary>Of a script only what asks another host: the site must not need it.</summary>
    public static IEnumerable<Link> Named(string path, string text) =>
        Path.GetExtension(path) switch
        {
            ".css" or ".svg" => Styles(text, 0),
            ".html" => InlineStyles().Matches(text).SelectMany(m => Styles(m.Value, m.Index)),
            ".js" => Requests().Matches(text).Select(Loaded),
            _ => [],
        };

    /// <summary>Fragments name parts of the document itself: clips and gradients.</summary>
    private static IEnumerable<Link> Styles(string css, int at) =>
        Loads()
            .Matches(Comments().Replace(css, m => new string(' ', m.Length)))
            .Select(Loaded)
            .Where(link => !link.Target.StartsWith('#'))
            .Select(link => link with { At = link.At + at });

    private static Link Loaded(Match match) => new(match.Groups["target"].Value, IsLoaded: true, match.Index);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?:\burl\(\s*|@import\s+)[""']?(?<target>[^""'()\s]+)")]
    private static partial Regex Loads();

    [GeneratedRegex(@"<style\b.*?</style>|\sstyle=""[^""]*""", RegexOptions.Singleline)]
    private static partial Regex InlineStyles();

    [GeneratedRegex(
        @"\b(?:fetch|import|importScripts|sendBeacon|WebSocket|EventSource|Worker|\.open)\s*\((?:\s*[""'`]\w+[""'`]\s*,)?\s*[""'`](?<target>(?:\w+:)?//[^""'`]+)"
    )]
    private static partial Regex Requests();
}
