using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>A chapter in two languages: text side by side; figures, tables, formulas and code once, with both captions.</summary>
public static class PairHtml
{
    public static string Body(PageContext first, PageContext second) =>
        string.Concat(
            BlockPairs
                .Of(first.Edition.Body, second.Edition.Body)
                .Select(pair =>
                    pair is { First: [var a], Second: [var b] }
                        ? Once(a, b, first, second) ?? Row(pair, first, second)
                        : Row(pair, first, second)
                )
        );

    /// <summary>Two languages of one thing.</summary>
    public static string Of(string first, string second, PageContext page, PageContext other) =>
        $"<div class=\"pair\"><div lang=\"{page.Edition.Language.Tag}\">{first}</div><div lang=\"{other.Edition.Language.Tag}\">{second}</div></div>";

    private static string Row(BlockPair pair, PageContext first, PageContext second) =>
        Of(Blocks(pair.First, first), Blocks(pair.Second, second), first, second) + "\n";

    private static string Blocks(IEnumerable<Block> blocks, PageContext page) =>
        string.Concat(blocks.Select(block => MarkdownHtml.Of(block, page)));

    /// <summary>What both languages share; nothing where they differ in more than words around it.</summary>
    private static string? Once(Block a, Block b, PageContext first, PageContext second)
    {
        return (a, b) switch
        {
            (FigureBlock x, FigureBlock y) => FigureHtml.Of(
                x,
                Captions(FigureHtml.Caption(x, first), FigureHtml.Caption(y, second)),
                first
            ),
            (ListingBlock x, ListingBlock y) when x.Code == y.Code => ListingHtml.Of(
                x,
                Captions(ListingHtml.Caption(x, first), ListingHtml.Caption(y, second)),
                first
            ),
            (BibliographyBlock x, BibliographyBlock) => MarkdownHtml.Of(x, first),
            (ClaimsBlock x, ClaimsBlock) => ClaimHtml.Of(x, first, second),
            (MathBlock x, MathBlock y) when x.Lines.ToString() == y.Lines.ToString() => MarkdownHtml.Of(x, first),
            (CodeBlock x, CodeBlock y) when ListingHtml.Plain(x, first) == ListingHtml.Plain(y, second) =>
                MarkdownHtml.Of(x, first),
            (MetricsBlock x, MetricsBlock y) => Table(
                x.Id,
                Captions(MetricsHtml.Caption(x, first), MetricsHtml.Caption(y, second)),
                MetricsHtml.Rows(x, first),
                MetricsHtml.Rows(y, second)
            ),
            (Table x, Table y) => Table(
                x.TryGetAttributes()?.Id,
                Captions(TableHtml.Caption(x, first), TableHtml.Caption(y, second)),
                TableHtml.Rows(x, first),
                TableHtml.Rows(y, second)
            ),
            _ => null,
        };

        string Captions(string one, string other) => Of(one, other, first, second);

        string? Table(string? id, string caption, TableRows one, TableRows other) =>
            TablePairs.Of(one, other, second.Edition.Language) is { } rows
                ? TableHtml.Framed(id, caption, rows, first)
                : null;
    }
}
