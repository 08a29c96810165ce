using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>Titles, captions and claims: Markdown without blocks; an empty line is a space, as any line feed.</summary>
public static class InlineText
{
    /// <summary>The parsed text; lines and columns of what is in it are those of the author's file, spans are not.</summary>
    public static ContainerInline Parse(Located<string> text, DiagnosticBag bag)
    {
        var reading = new Reading(SourceText.Of(text), bag);
        var document = ChapterBody.Parse(text.Value, Pipeline.Text, reading);
        var whole = new ContainerInline();
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (whole.LastChild is not null)
            {
                whole.AppendChild(new LineBreakInline { Line = block.Line });
            }

            block.Inline?.TransferChildrenTo(whole);
        }

        HtmlChecks.Check(whole.Descendants<HtmlInline>(), reading);
        foreach (var image in whole.Descendants<LinkInline>().Where(l => l.IsImage))
        {
            bag.Add(Errors.FigureInline(reading.Source.PlaceAt(image.Span.Start)));
        }

        SoftBreaks.Join(whole.Descendants<LineBreakInline>());
        foreach (var item in whole.Descendants())
        {
            item.Column += item.Line == 0 ? text.Place.Column - 1 : 0;
            item.Line += text.Place.Line - 1;
        }

        return whole;
    }
}
