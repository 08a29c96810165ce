using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>Paragraphs that hold one image and nothing else → <see cref="FigureBlock"/>.</summary>
internal static class FigureReader
{
    private const string Scheme = "figure:";

    public static void Lift(MarkdownDocument document, BodyText body)
    {
        foreach (var leaf in document.Descendants<LeafBlock>().Where(l => l.Inline is not null).ToList())
        {
            var images = leaf.Inline!.Descendants<LinkInline>().Where(l => l.IsImage).ToList();
            if (leaf is ParagraphBlock && images is [{ } only] && IsAlone(only))
            {
                var figure = Figure(only, leaf, body);
                var parent = leaf.Parent!;
                parent[parent.IndexOf(leaf)] = figure;
            }
            else
            {
                images.ForEach(i => body.Bag.Add(Errors.FigureInline(body.Source.PlaceAt(i.Span.Start))));
            }
        }
    }

    private static bool IsAlone(LinkInline image) =>
        image.Parent!.All(i => i == image || (i is LiteralInline text && text.Content.IsEmptyOrWhitespace()));

    private static FigureBlock Figure(LinkInline image, LeafBlock paragraph, BodyText body)
    {
        var attributes = new Attributes(image, body.Source, image.Span.End + 1);
        var place = body.Source.PlaceAt(image.Span.Start);
        var url = new Located<string>(image.Url ?? "", body.Source.PlaceAt(image.UrlSpan.Start));
        var figure = new FigureBlock
        {
            Request = url.Value.StartsWith(Scheme, StringComparison.Ordinal)
                ? FigureRequests.Drawn(After(url), attributes, place, body)
                : FigureRequests.Picture(url, attributes, place, body),
            Alt = Alt(image, body),
            Caption = InlineText.Parse(Caption(image, body.Source), body.Bag),
            Slot = attributes.Find(Slots.Attribute),
            Span = paragraph.Span,
            Line = paragraph.Line,
            Column = paragraph.Column,
        };
        CheckComplete(figure, place, body.Bag);
        return figure;
    }

    private static Located<string> After(Located<string> url) =>
        new(url.Value[Scheme.Length..], url.Place with { Column = url.Place.Column + Scheme.Length });

    /// <summary>The title as it was typed, between its quotes: backslashes in formulas survive.</summary>
    private static Located<string> Caption(LinkInline image, SourceText source) =>
        string.IsNullOrEmpty(image.Title)
            ? new("", source.Origin)
            : new(
                source.Text[(image.TitleSpan.Start + 1)..image.TitleSpan.End],
                source.PlaceAt(image.TitleSpan.Start + 1)
            );

    private static ContainerInline Alt(LinkInline image, BodyText body)
    {
        var alt = new ContainerInline();
        image.TransferChildrenTo(alt);
        foreach (
            var rich in alt.Where(i =>
                i is not (LiteralInline or ValueInline or MarkedInline or LineBreakInline or HtmlEntityInline)
            )
        )
        {
            body.Bag.Add(Errors.FigureAltRich(body.Source.PlaceAt(rich.Span.Start)));
        }

        return alt;
    }

    private static void CheckComplete(FigureBlock figure, Place place, DiagnosticBag bag)
    {
        if (figure.Request.Id.Length == 0)
        {
            bag.Add(Errors.FigureIncomplete(place, "an id after it: {#fig-…}"));
        }

        if (figure.Alt.FirstChild is null)
        {
            bag.Add(Errors.FigureIncomplete(place, "an alt text in its brackets, which says what is to be seen"));
        }

        if (figure.Caption.FirstChild is null)
        {
            bag.Add(Errors.FigureIncomplete(place, "a caption in quotes after its address"));
        }
    }
}
