using Markdig.Extensions.Alerts;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>What Markdig could make nothing of, and would print as it was typed.</summary>
internal static class LooseEnds
{
    private static readonly string[] Alerts = ["caution", "important", "note", "tip", "warning"];

    public static void Check(MarkdownDocument document, BodyText body)
    {
        foreach (var text in document.Descendants<LiteralInline>())
        {
            CheckAttributes(text, body);
            CheckFootnote(text, body);
        }

        foreach (var holder in document.Descendants().Where(HoldsInVain))
        {
            var at = body.Source.Text.IndexOf('{', Math.Max(0, holder.Span.Start));
            body.Bag.Add(Errors.AttributesLoose(body.Source.PlaceAt(Math.Max(holder.Span.Start, at))));
        }

        foreach (var alert in document.Descendants<AlertBlock>())
        {
            var kind = new Located<string>(alert.Kind.ToString(), body.Source.PlaceAt(alert.Span.Start));
            if (!Alerts.Contains(kind.Value, StringComparer.OrdinalIgnoreCase))
            {
                body.Bag.Add(Errors.AlertUnknown(kind, Alerts));
            }
        }
    }

    /// <summary>Markdig hangs attributes on whatever stands before them; nothing of ours reads those of words.</summary>
    private static bool HoldsInVain(MarkdownObject item) =>
        item is ParagraphBlock or (Inline and not LinkInline { IsImage: true })
        && item.TryGetAttributes() is { } held
        && (held.Id is not null || held.Properties is [_, ..]);

    private static void CheckAttributes(LiteralInline text, BodyText body)
    {
        var at = text.Content.AsSpan().IndexOf("{#");
        if (at >= 0)
        {
            body.Bag.Add(Errors.AttributesLoose(body.Source.PlaceAt(text.Span.Start + at)));
        }
    }

    /// <summary>Its bracket ends a literal: what follows is the delimiter of a superscript.</summary>
    private static void CheckFootnote(LiteralInline text, BodyText body)
    {
        var bracket = text.Span.End;
        if (text.Content.AsSpan().EndsWith("[") && body.Source.Text.AsSpan(bracket).StartsWith("[^"))
        {
            body.Bag.Add(Errors.FootnoteUnknown(body.Source.PlaceAt(bracket)));
        }
    }
}
