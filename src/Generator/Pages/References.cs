using System.Globalization;
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
        var name = new Piece(PieceKind.Verbatim, Html.Escape(Words(target, page)));
        var opening = Piece.Tag($"<a class=\"ref\" href=\"{Html.Escape(page.Link(target))}\">");
        return [opening, .. words ?? [name], Piece.Tag("</a>")];
    }

    /// <summary>For instance 图3, Figure 3, 第3.1.2节, Equation (2): never broken over two lines.</summary>
    public static string Name(Target target, Terms terms)
    {
        var name = target.Kind switch
        {
            AnchorKind.Section => terms[SectionTerm(target.Number)]
                .Replace("{0}", Shown(target.Number, terms), StringComparison.Ordinal),
            AnchorKind.Equation => $"{terms["equation"]} ({target.Number})",
            var kind => $"{terms[kind.ToString().ToLowerInvariant()]} {target.Number}",
        };
        return Typography.Plain(name).Replace(' ', '\u00A0');
    }

    /// <summary>What a reference to it says.</summary>
    public static string Words(Target target, PageContext page) =>
        target.Number.Length > 0 ? Name(target, page.Terms) : TitleOf(target, page);

    /// <summary>What has no number is called by the title of its chapter.</summary>
    private static string TitleOf(Target target, PageContext page)
    {
        var chapter = page.In.Book.Chapters.First(c => c.Folder == target.Chapter);
        return ChapterModels.Title(PageContext.Of(page.In, chapter, page.Bag));
    }

    private static string SectionTerm(string number) =>
        char.IsAsciiLetter(number[0]) ? "appendix"
        : number.Contains('.', StringComparison.Ordinal) ? "section"
        : "part";

    /// <summary>A part's number in the language's own numerals.</summary>
    private static string Shown(string number, Terms terms) =>
        terms.Language == Language.Chinese && int.TryParse(number, CultureInfo.InvariantCulture, out var part)
            ? Numerals.Chinese(part)
            : number;

    /// <summary>The anchor of a work in the chapter's list.</summary>
    public static string Anchor(string key) => "ref-" + key;
}
