using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Recto.Content.Markdown;

/// <summary>What a block stands for in the source document: <c>slot=3.1.loss</c>; of no concern to readers.</summary>
public static class Slots
{
    public const string Attribute = "slot";

    public static string? Of(Block block) =>
        block switch
        {
            FigureBlock figure => figure.Slot,
            MetricsBlock metrics => metrics.Slot,
            ListingBlock listing => listing.Slot,
            Table or MathBlock or ListBlock or BibliographyBlock => block
                .TryGetAttributes()
                ?.Properties?.Find(p => p.Key == Attribute)
                .Value,
            _ => null,
        };

    /// <summary>Blocks that Markdig gives attributes to, whatever they are called.</summary>
    internal static void Check(MarkdownDocument document, BodyText body)
    {
        foreach (var block in document.Descendants<Block>())
        {
            IReadOnlyList<string>? known = block switch
            {
                Table => ["caption", Attribute],
                MathBlock or ListBlock => [Attribute],
                _ => null,
            };
            if (known is not null)
            {
                new Attributes(block, body.Source, Start(block, body.Source.Text)).Check(known, body.Bag);
            }
        }
    }

    /// <summary>A formula's stand in its first line, those of a table and of a list before it.</summary>
    private static int Start(Block block, string text) =>
        block is MathBlock ? block.Span.Start : Math.Max(0, text.LastIndexOf('{', Math.Max(0, block.Span.Start - 1)));
}
