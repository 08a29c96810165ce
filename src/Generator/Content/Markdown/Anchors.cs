using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

public enum AnchorKind
{
    Section,
    Figure,
    Table,
    Equation,
    Listing,
    Claim,
}

/// <summary>Something with a number, which <c>[](#id)</c> can name.</summary>
/// <param name="Id">Unique in the report's edition.</param>
public sealed record Anchor(string Id, AnchorKind Kind, Place Place);

public static class Anchors
{
    /// <summary>All of a document, in its order.</summary>
    public static IReadOnlyList<Anchor> Of(MarkdownDocument document, string file) =>
        [.. document.Descendants<Block>().SelectMany(b => Of(b, Places.Of(file, b))).Where(a => a.Id.Length > 0)];

    /// <summary>Of one block; an empty id is none.</summary>
    public static IEnumerable<Anchor> Of(Block block, Place place) =>
        block switch
        {
            HeadingBlock => [new(IdOf(block), AnchorKind.Section, place)],
            FigureBlock f => [new(f.Request.Id, AnchorKind.Figure, place)],
            MetricsBlock m => [new(m.Id, AnchorKind.Table, place)],
            Table => [new(IdOf(block), AnchorKind.Table, place)],
            MathBlock => [new(IdOf(block), AnchorKind.Equation, place)],
            ListingBlock l => [new(l.Id, AnchorKind.Listing, place)],
            ClaimsBlock c => c.Claims.Select(claim => new Anchor(claim.Id, AnchorKind.Claim, place)),
            _ => [],
        };

    private static string IdOf(Block block) => block.TryGetAttributes()?.Id ?? "";
}
