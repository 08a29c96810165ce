using Markdig.Renderers.Html;
using Markdig.Syntax;
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

        foreach (var empty in headings.Where(h => h.Inline?.FirstChild is null))
        {
            body.Bag.Add(Errors.HeadingEmpty(PlaceOf(empty, body)));
        }

        foreach (var (above, heading) in headings.Zip(headings.Skip(1)).Where(h => h.Second.Level > h.First.Level + 1))
        {
            body.Bag.Add(Errors.HeadingSkipped(PlaceOf(heading, body), heading.Level, above.Level));
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
    }

    private static Place PlaceOf(HeadingBlock heading, BodyText body) => body.Source.PlaceAt(heading.Span.Start);
}
