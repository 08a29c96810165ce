using System.Globalization;
using Markdig.Extensions.Footnotes;

namespace Recto.Pages;

/// <summary>Notes at the chapter's end, and the marks that lead there and back.</summary>
public static class Footnotes
{
    public static Piece Mark(FootnoteLink link, PageContext page)
    {
        if (link.IsBackLink)
        {
            var back =
                $"<a class=\"back\" href=\"#{page.Note(MarkId(link))}\" aria-label=\"{Html.Escape(page.Terms["back_to_text"])}\">↩</a>";
            return new Piece(PieceKind.Note, back);
        }

        return new Piece(
            PieceKind.Note,
            $"<sup><a class=\"footnote-ref\" id=\"{page.Note(MarkId(link))}\" href=\"#{page.Note(NoteId(link.Footnote))}\" role=\"doc-noteref\">{Number(link.Footnote)}</a></sup>"
        );
    }

    public static string List(FootnoteGroup group, PageContext page)
    {
        var notes = group
            .OfType<Footnote>()
            .Select(note => $"<li id=\"{page.Note(NoteId(note))}\">{MarkdownHtml.Blocks(note, page)}</li>");
        return $"<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{Html.Escape(page.Terms["notes"])}\"><ol>{string.Concat(notes)}</ol></section>\n";
    }

    private static string NoteId(Footnote note) => "fn-" + Number(note);

    private static string MarkId(FootnoteLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"fnref-{Number(link.Footnote)}-{link.Index}");

    private static string Number(Footnote note) => note.Order.ToString(CultureInfo.InvariantCulture);
}
