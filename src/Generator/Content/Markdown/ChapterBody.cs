using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content.Declarations;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>The text of a chapter in one language, and what it may name.</summary>
/// <param name="Source">Of the whole file; its front matter blanked, so that offsets stay the file's.</param>
/// <param name="Folder">The chapter's, below <c>content/</c>.</param>
internal sealed record BodyText(
    SourceText Source,
    string Folder,
    Language Language,
    ContentFiles Files,
    Declared Declared,
    DiagnosticBag Bag
);

/// <summary>A chapter's Markdown → syntax tree with our blocks in place.</summary>
internal static class ChapterBody
{
    public static MarkdownDocument Read(BodyText body)
    {
        var reading = new Reading(body.Source, body.Bag);
        var document = Parse(body.Source.Text, Pipeline.Chapter, reading);
        PlaceUnderlined(document, body.Source);
        HtmlChecks.Check(document.Descendants<HtmlBlock>(), reading);
        HtmlChecks.Check(document.Descendants<HtmlInline>(), reading);
        SoftBreaks.Join(document.Descendants<LineBreakInline>());
        FigureReader.Lift(document, body);
        FenceReader.Lift(document, body);
        HeadingChecks.Check(document, body);
        LooseEnds.Check(document, body);
        Slots.Check(document, body);
        return document;
    }

    /// <summary>Markdig counts the lines of a heading that is underlined from its last one; its spans are right.</summary>
    private static void PlaceUnderlined(MarkdownDocument document, SourceText source)
    {
        var headings = document.Descendants<HeadingBlock>().Where(h => h.IsSetext);
        foreach (var inline in headings.SelectMany(h => h.Inline?.Descendants() ?? []))
        {
            var place = source.PlaceAt(inline.Span.Start);
            (inline.Line, inline.Column) = (place.Line - 1, place.Column - 1);
        }
    }

    /// <summary>Markdig with our parsers told where they are.</summary>
    public static MarkdownDocument Parse(string text, MarkdownPipeline pipeline, Reading reading)
    {
        try
        {
            return Markdig.Markdown.Parse(text, pipeline, reading.Context());
        }
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.Ordinal))
        {
            reading.Bag.Add(Errors.MarkdownNested(reading.Source.Origin));
            return [];
        }
    }
}
