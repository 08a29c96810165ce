using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Blocks of two languages that belong side by side; on one side there may be more than on the other.</summary>
public sealed record BlockPair(IReadOnlyList<Block> First, IReadOnlyList<Block> Second);

/// <summary>Two texts of a chapter → rows: what has an id stands beside what has the same, what lies between is paired in order.</summary>
public static class BlockPairs
{
    public static IReadOnlyList<BlockPair> Of(ContainerBlock first, ContainerBlock second)
    {
        var (left, right) = (Shown(first), Shown(second));
        var pairs = new List<BlockPair>();
        var (i, j) = (0, 0);
        for (var at = 0; at < left.Count; at++)
        {
            var other = Name(left[at]) is { } name ? right.FindIndex(j, block => Name(block) == name) : -1;
            if (other >= 0)
            {
                pairs.AddRange(Between(left[i..at], right[j..other]));
                pairs.Add(new BlockPair([left[at]], [right[other]]));
                (i, j) = (at + 1, other + 1);
            }
        }

        return [.. pairs, .. Between(left[i..], right[j..])];
    }

    /// <summary>One by one where both languages have as many; else all in one row.</summary>
    private static IEnumerable<BlockPair> Between(List<Block> first, List<Block> second) =>
        first.Count == second.Count ? first.Zip(second, (a, b) => new BlockPair([a], [b])) : [new(first, second)];

    private static List<Block> Shown(ContainerBlock text) =>
        [
            .. text.Where(block =>
                block is not (HeadingBlock { Level: 1 } or YamlFrontMatterBlock or LinkReferenceDefinitionGroup)
            ),
        ];

    /// <summary>What both languages call it.</summary>
    private static string? Name(Block block) =>
        block switch
        {
            FigureBlock figure => figure.Request.Id,
            MetricsBlock metrics => metrics.Id,
            ListingBlock listing => listing.Id,
            ClaimsBlock claims => string.Join(' ', claims.Claims.Select(claim => claim.Id)),
            _ => block.TryGetAttributes()?.Id,
        };
}
