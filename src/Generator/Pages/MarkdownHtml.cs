using System.Globalization;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Blocks of a chapter → HTML; what a block kind looks like in detail stands in its own class.</summary>
public static class MarkdownHtml
{
    /// <summary>All blocks but the chapter's own heading, which the template prints; what must be said of it stands first.</summary>
    public static string Blocks(ContainerBlock container, PageContext page) =>
        string.Concat(container.Select(block => Of(block, page)));

    public static string Of(Block block, PageContext page) =>
        block switch
        {
            HeadingBlock { Level: 1 } top => StaleNotice.At(top, page),
            HeadingBlock heading => Heading(heading, page),
            ParagraphBlock paragraph => $"<p>{InlineHtml.Of(paragraph.Inline, page)}</p>\n",
            AlertBlock alert => Callout(alert, page),
            QuoteBlock quote => $"<blockquote>\n{Blocks(quote, page)}</blockquote>\n",
            ListBlock list => List(list, page),
            DefinitionList list => Definitions(list, page),
            ThematicBreakBlock => "<hr>\n",
            FigureBlock figure => FigureHtml.Of(figure, page),
            Table table => TableHtml.Of(table, page),
            MetricsBlock metrics => MetricsHtml.Of(metrics, page),
            ListingBlock listing => ListingHtml.Of(listing, page),
            ClaimsBlock claims => ClaimHtml.Of(claims, page),
            LedgerBlock => LedgerHtml.Of(page),
            BibliographyBlock => WorksHtml.Bibliography(page),
            CitationBlock => WorksHtml.Citation(page),
            MathBlock maths => Equation(maths, page),
            CodeBlock and not Markdig.Extensions.Yaml.YamlFrontMatterBlock => ListingHtml.Plain((CodeBlock)block, page),
            FootnoteGroup notes => Footnotes.List(notes, page),
            // What holds no text of its own: front matter, link definitions, blank lines.
            LeafBlock or LinkReferenceDefinitionGroup or BlankLineBlock => "",
            ContainerBlock other => throw new InvalidOperationException($"{other.GetType().Name} has no HTML"),
            _ => throw new InvalidOperationException($"{block.GetType().Name} has no HTML"),
        };

    private static string Heading(HeadingBlock heading, PageContext page)
    {
        var level = heading.Level.ToString(CultureInfo.InvariantCulture);
        var (id, number) = Headings.Identity(heading, page);
        return $"<h{level} id=\"{Html.Escape(page.Own(id))}\">{Number(number)}{InlineHtml.Of(heading.Inline, page)}</h{level}>\n{StaleNotice.At(heading, page)}";
    }

    private static string Number(string number) => number.Length == 0 ? "" : $"<span class=\"no\">{number}</span> ";

    private static string Callout(AlertBlock alert, PageContext page)
    {
        var kind = alert.Kind.ToString().ToLowerInvariant();
        var title = Html.Escape(page.Terms[kind]);
        return $"<aside class=\"callout {kind}\">\n<p class=\"title\">{title}</p>\n{Blocks(alert, page)}</aside>\n";
    }

    private static string List(ListBlock list, PageContext page)
    {
        var element = list.IsOrdered ? "ol" : "ul";
        var start = list is { IsOrdered: true, OrderedStart: { } first and not "1" } ? $" start=\"{first}\"" : "";
        var items = list.OfType<ListItemBlock>().Select(item => $"<li>{Item(item, list.IsLoose, page)}</li>\n");
        return $"<{element}{start}>\n{string.Concat(items)}</{element}>\n";
    }

    /// <summary>An item of a tight list is a line of text, not a paragraph.</summary>
    private static string Item(ListItemBlock item, bool loose, PageContext page) =>
        loose
            ? "\n" + Blocks(item, page)
            : string.Concat(
                item.Select(b => b is ParagraphBlock p ? InlineHtml.Of(p.Inline, page) : "\n" + Of(b, page))
            );

    private static string Definitions(DefinitionList list, PageContext page)
    {
        var parts = list.OfType<DefinitionItem>()
            .Select(item =>
                string.Concat(item.OfType<DefinitionTerm>().Select(t => $"<dt>{InlineHtml.Of(t.Inline, page)}</dt>\n"))
                + $"<dd>{string.Concat(item.Where(b => b is not DefinitionTerm).Select(b => Of(b, page)))}</dd>\n"
            );
        return $"<dl>\n{string.Concat(parts)}</dl>\n";
    }

    private static string Equation(MathBlock maths, PageContext page)
    {
        var html = page.In.Maths.Set(Formulas.Of(maths, page.Edition.File), page.In.Form, page.Bag) ?? "";
        if (maths.TryGetAttributes()?.Id is not { } id)
        {
            return $"<div class=\"equation\">{html}</div>\n";
        }

        var number = page.In.Numbering[id].Number;
        return $"<div class=\"equation\" id=\"{Html.Escape(page.Own(id))}\">{html}<span class=\"eqno\">({number})</span></div>\n";
    }
}
