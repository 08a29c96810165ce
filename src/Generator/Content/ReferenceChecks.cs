using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>Links, references and citations lead somewhere.</summary>
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

    public void Check(Chapter chapter)
    {
        foreach (var edition in chapter.Editions.Values)
        {
            Check(Prose.Inlines(edition, bag), edition.File);
        }

        foreach (var text in chapter.Claims.SelectMany(c => book.Report.Languages.Select(c.Text.At)))
        {
            Check(InlineText.Parse(text, bag).Descendants<Inline>(), text.Place.File);
        }
    }

    private void Check(IEnumerable<Inline> inlines, string file)
    {
        foreach (var inline in inlines)
        {
            if (Target(inline, file) is { } target && !ids.Contains(target.Value))
            {
                bag.Add(Errors.ReferenceUnknown(target, ids));
            }

            if (Address(inline) is { } url && !Leaves(url))
            {
                bag.Add(Errors.LinkUnknown(Places.Of(file, inline), url));
            }

            var keys = (inline as CitationInline)?.Keys ?? [];
            foreach (var key in keys.Where(k => !book.References.ContainsKey(k.Value)))
            {
                bag.Add(Errors.CitationUnknown(key, book.References.Keys));
            }
        }
    }

    private static Located<string>? Target(Inline inline, string file) =>
        inline switch
        {
            ReferenceInline r => new(r.Target, r.Place),
            LinkInline { Url: ['#', ..] url } => new(url[1..], Places.Of(file, inline)),
            _ => null,
        };

    /// <summary>What a link leads to outside of the report.</summary>
    private static string? Address(Inline inline) =>
        inline switch
        {
            LinkInline { IsImage: false, Url: not ['#', ..] } link => link.Url ?? "",
            AutolinkInline { IsEmail: false } auto => auto.Url,
            _ => null,
        };

    /// <summary>Only these schemes: a report holds no scripts in its links.</summary>
    private static bool Leaves(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal)
        || url.StartsWith("http://", StringComparison.Ordinal)
        || url.StartsWith("mailto:", StringComparison.Ordinal);
}
