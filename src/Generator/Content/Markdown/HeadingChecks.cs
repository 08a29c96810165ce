using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>Every heading has an id of its own, and the chapter one heading of the first level, at its top.</summary>
internal static class HeadingChecks
{
    public static void Check(MarkdownDocument document, BodyText body)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        foreach (var heading in headings.Where(h => string.IsNullOrEmpty(h.TryGetAttributes()?.Id)))
        {
            body.Bag.Add(Errors.HeadingIdMissing(PlaceOf(heading, body)));
        }

        foreach (var again in headings.Where(h => h.Level == 1).Skip(1))
        {
            body.Bag.Add(Errors.HeadingTopAgain(PlaceOf(again, body)));
        }

        if (headings is not [{ Level: 1 }, ..])
        {
            var place = headings.Count > 0 ? PlaceOf(headings[0], body) : Place.Top(body.Source.Origin.File);
            body.Bag.Add(Errors.HeadingTopMissing(place));
        }

        CheckLooseAttributes(document, body);
    }

    /// <summary>Attributes that Markdig could attach to nothing, and would print.</summary>
    private static void CheckLooseAttributes(MarkdownDocument document, BodyText body)
    {
        foreach (var text in document.Descendants<LiteralInline>())
        {
            var at = text.Content.AsSpan().IndexOf("{#");
            if (at >= 0)
            {
                body.Bag.Add(Errors.AttributesLoose(body.Source.PlaceAt(text.Span.Start + at)));
            }
        }
    }

    private static Place PlaceOf(HeadingBlock heading, BodyText body) => body.Source.PlaceAt(heading.Span.Start);
}
