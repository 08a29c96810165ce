using Markdig.Extensions.Alerts;
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

        foreach (var alert in document.Descendants<AlertBlock>())
        {
            var kind = new Located<string>(alert.Kind.ToString(), body.Source.PlaceAt(alert.Span.Start));
            if (!Alerts.Contains(kind.Value, StringComparer.OrdinalIgnoreCase))
            {
                body.Bag.Add(Errors.AlertUnknown(kind, Alerts));
            }
        }
    }

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
