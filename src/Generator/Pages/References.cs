using Recto.Content;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Links within the book.</summary>
public static class References
{
    /// <summary>A link to a numbered thing: its own words, or else its name and number.</summary>
    public static IReadOnlyList<Piece> Pieces(string id, Place place, IReadOnlyList<Piece>? words, PageContext page)
    {
        if (Find(id, place, page) is not { } target)
        {
            return words ?? [];
        }

        var name = new Piece(PieceKind.Verbatim, Html.Escape(Name(target, page.Terms)));
        var href = page.Link(target.Id, target.Chapter);
        return [Piece.Tag($"<a class=\"ref\" href=\"{Html.Escape(href)}\">"), .. words ?? [name], Piece.Tag("</a>")];
    }

    public static string Plain(ReferenceInline reference, PageContext page) =>
        Find(reference.Target, reference.Place, page) is { } target ? Name(target, page.Terms) : "";

    /// <summary>For instance 图3, Figure 3, 第3.1.2节, Equation (2): never broken over two lines.</summary>
    public static string Name(Target target, Terms terms)
    {
        var name = target.Kind switch
        {
            TargetKind.Section => terms["section"].Replace("{0}", target.Number, StringComparison.Ordinal),
            TargetKind.Equation => $"{terms["equation"]} ({target.Number})",
            var kind => $"{terms[kind.ToString().ToLowerInvariant()]} {target.Number}",
        };
        return Typography.Plain(name).Replace(' ', '\u00A0');
    }

    /// <summary>The anchor of a work in the chapter's list.</summary>
    public static string Anchor(string key) => "ref-" + key;

    private static Target? Find(string id, Place place, PageContext page)
    {
        var target = page.In.Numbering.Find(id, page.Chapter.Folder);
        if (target is null)
        {
            page.Bag.Add(Errors.ReferenceUnknown(place, id, page.In.Numbering.Targets.Select(t => t.Id)));
        }

        return target;
    }
}
