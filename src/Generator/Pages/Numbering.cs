using System.Globalization;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>What can be referred to.</summary>
public enum TargetKind
{
    Section,
    Figure,
    Table,
    Equation,
    Listing,
    Claim,
}

/// <param name="Chapter">The folder of the chapter it stands in.</param>
/// <param name="Number">For instance <c>3.1.2</c> or <c>4</c>.</param>
public sealed record Target(TargetKind Kind, string Id, string Chapter, string Number);

/// <summary>Numbers of everything numbered: sections by chapter, other kinds counted over the whole book.</summary>
public sealed record Numbering(IReadOnlyList<Target> Targets)
{
    /// <summary>The chapter's own target of that id, else the only one elsewhere.</summary>
    public Target? Find(string id, string chapter)
    {
        var named = Targets.Where(t => t.Id == id).ToList();
        return named.Find(t => t.Chapter == chapter) ?? (named.Count == 1 ? named[0] : null);
    }

    /// <summary>Counts in the language's editions, and in the primary one's where a translation is missing.</summary>
    public static Numbering Of(Book book, Language language)
    {
        var targets = new List<Target>();
        foreach (var chapter in book.Chapters)
        {
            var sections = new int[6];
            foreach (var block in chapter.In(language, book.Report).Body.Descendants<Block>())
            {
                foreach (var (kind, id) in Targeted(block))
                {
                    var number = block is HeadingBlock heading
                        ? Section(chapter.Number, sections, heading.Level)
                        : Next(targets, kind);
                    targets.Add(new Target(kind, id, chapter.Folder, number));
                }
            }
        }

        return new Numbering(targets);
    }

    private static IEnumerable<(TargetKind Kind, string Id)> Targeted(Block block) =>
        block switch
        {
            HeadingBlock => [(TargetKind.Section, block.TryGetAttributes()?.Id ?? "")],
            FigureBlock figure => [(TargetKind.Figure, figure.Request.Id)],
            MetricsBlock metrics => [(TargetKind.Table, metrics.Id)],
            ListingBlock listing => [(TargetKind.Listing, listing.Id)],
            ClaimsBlock claims => claims.Claims.Select(c => (TargetKind.Claim, ClaimHtml.Anchor(c))),
            Table when block.TryGetAttributes()?.Id is { } id => [(TargetKind.Table, id)],
            MathBlock when block.TryGetAttributes()?.Id is { } id => [(TargetKind.Equation, id)],
            _ => [],
        };

    private static string Next(List<Target> targets, TargetKind kind) =>
        (targets.Count(t => t.Kind == kind) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A level-2 heading counts within the chapter, a deeper one within the heading above it.</summary>
    private static string Section(string chapter, int[] counts, int level)
    {
        if (level == 1)
        {
            return chapter;
        }

        counts[level - 1]++;
        Array.Clear(counts, level, counts.Length - level);
        return $"{chapter}.{string.Join('.', counts[1..level])}";
    }
}
