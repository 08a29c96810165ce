using Recto.Content;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Links within the book.</summary>
public static class References
{
    /// <summary>A link to a numbered thing: its own words, or else its name and number.</summary>
    public static IReadOnlyList<Piece> Pieces(string id, IReadOnlyList<Piece>? words, PageContext page)
    {
        var target = page.In.Numbering[id];
        var name = new Piece(PieceKind.Verbatim, Html.Escape(Name(target, page.Terms)));
        var opening = Piece.Tag($"<a class=\"ref\" href=\"{Html.Escape(page.Link(target))}\">");
        return [opening, .. words ?? [name], Piece.Tag("</a>")];
    }

    /// <summary>For instance 图3, Figure 3, 第3.1.2节, Equation (2): never broken over two lines.</summary>
    public static string Name(Target target, Terms terms)
    {
        var name = target.Kind switch
        {
            AnchorKind.Section => terms["section"].Replace("{0}", target.Number, StringComparison.Ordinal),
            AnchorKind.Equation => $"{terms["equation"]} ({target.Number})",
            var kind => $"{terms[kind.ToString().ToLowerInvariant()]} {target.Number}",
        };
        return Typography.Plain(name).Replace(' ', '\u00A0');
    }

    /// <summary>The anchor of a work in the chapter's list.</summary>
    public static string Anchor(string key) => "ref-" + key;
}
