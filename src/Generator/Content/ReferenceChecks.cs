using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>References, citations and links lead somewhere.</summary>
internal sealed class ReferenceChecks(Book book, DiagnosticBag bag)
{
    /// <summary>In any language: a chapter that is not translated can still be referred to.</summary>
    private readonly HashSet<string> ids =
    [
        .. book
            .Chapters.SelectMany(c => c.Editions.Values)
            .SelectMany(e => Anchors.Of(e.Body, e.File))
            .Select(a => a.Id),
    ];

    public void Check(BookText text)
    {
        foreach (var inline in text.Inlines)
        {
            if (Target(inline, text.File) is { } target && !ids.Contains(target.Value))
            {
                bag.Add(Errors.ReferenceUnknown(target, ids));
            }

            var keys = (inline as CitationInline)?.Keys ?? [];
            foreach (var key in keys.Where(k => !book.References.ContainsKey(k.Value)))
            {
                bag.Add(Errors.CitationUnknown(key, book.References.Keys));
            }

            if (Address(inline) is { } url && !Leaves(url))
            {
                bag.Add(Errors.LinkUnknown(Places.Of(text.File, inline), url));
            }
        }
    }

    private static string? Address(Inline inline) =>
        inline switch
        {
            LinkInline { IsImage: false, Url: not ['#', ..] } link => link.Url ?? "",
            AutolinkInline { IsEmail: false } link => link.Url,
            _ => null,
        };

    /// <summary>Only these schemes: a report holds no scripts in its links.</summary>
    private static bool Leaves(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal)
        || url.StartsWith("http://", StringComparison.Ordinal)
        || url.StartsWith("mailto:", StringComparison.Ordinal);

    private static Located<string>? Target(Inline inline, string file) =>
        inline switch
        {
            ReferenceInline r => new(r.Target, r.Place),
            LinkInline { Url: ['#', ..] url } => new(url[1..], Places.Of(file, inline)),
            _ => null,
        };
}
