using System.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>What of a chapter other pages may show: everything but the plain words of its paragraphs.</summary>
internal static class Outline
{
    public static string Of(Edition edition)
    {
        var outline = new StringBuilder(edition.Head);
        var at = 0;
        foreach (var paragraph in edition.Body.Descendants<ParagraphBlock>().Where(p => p.Parent is not TableCell))
        {
            if (paragraph.Inline is { } text && paragraph.Span.Start >= at && Noted(text) is { } noted)
            {
                outline.Append(Between(at, paragraph.Span.Start)).AppendJoin('\n', noted);
                at = paragraph.Span.End + 1;
            }
        }

        return outline.Append(Between(at, edition.Source.Length)).ToString();

        // What lies between two paragraphs, if nothing does, is no more to others than they are.
        string Between(int start, int end) => edition.Source[start..end].Trim();
    }

    /// <summary>What it names or measures; null where something in it may be shown elsewhere.</summary>
    private static List<string>? Noted(ContainerInline text)
    {
        var noted = new List<string>();
        foreach (var inline in text.Descendants<Inline>())
        {
            switch (inline)
            {
                case LiteralInline or EmphasisInline or CodeInline or LineBreakInline or HtmlEntityInline or MathInline:
                    break;
                case ValueInline value:
                    noted.Add(value.Expression);
                    break;
                case ReferenceInline reference:
                    noted.Add(reference.Target);
                    break;
                case CitationInline citation:
                    noted.AddRange(citation.Keys.Select(key => key.Value));
                    break;
                case MarkedInline marked:
                    noted.Add(marked.Text);
                    break;
                default:
                    return null;
            }
        }

        return noted;
    }
}
