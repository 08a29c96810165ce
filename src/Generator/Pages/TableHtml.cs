using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Three-line tables; columns of numbers are set right.</summary>
public static partial class TableHtml
{
    /// <summary>A table that the author typed; numbered if it has an id, its caption is its attribute.</summary>
    public static string Of(Table table, PageContext page)
    {
        return Framed(table.TryGetAttributes()?.Id, Caption(table, page), Rows(table, page), page);
    }

    public static string Caption(Table table, PageContext page)
    {
        var words = table.TryGetAttributes()?.Properties?.Find(p => p.Key == "caption").Value ?? "";
        var caption = InlineText.Parse(new(words, Places.Of(page.Edition.File, table)), page.Bag);
        return Caption(table.TryGetAttributes()?.Id, InlineHtml.Of(caption, page), page);
    }

    public static string Caption(string? id, string words, PageContext page) =>
        id is null ? "" : $"{FigureHtml.Label(id, page)} {words}";

    /// <summary>Columns from which a table is wider than text.</summary>
    private const int Many = 7;

    /// <param name="caption">Only where it has an id.</param>
    public static string Framed(string? id, string caption, TableRows rows, PageContext page)
    {
        var name = id is null ? page.Terms["table"] : References.Name(page.In.Numbering[id], page.Terms);
        var kind = rows.Head.Any(row => row.Count >= Many) ? "tbl wide" : "tbl";
        var opening = id is null
            ? $"<figure class=\"{kind}\">"
            : $"<figure class=\"{kind}\" id=\"{Html.Escape(page.Own(id))}\">\n<figcaption>{caption}</figcaption>";
        return $"""
            {opening}
            <div class="scroll whole" tabindex="0" role="region" aria-label="{Html.Escape(name)}"><table>
            <thead>
            {Set(rows.Head)}</thead>
            <tbody>
            {Set(rows.Body)}</tbody>
            </table></div><span class="end"></span>
            </figure>

            """;
    }

    private static string Set(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Select(cells => $"<tr>{string.Concat(cells)}</tr>\n"));

    public static TableRows Rows(Table table, PageContext page)
    {
        var numeric = Enumerable
            .Range(0, table.ColumnDefinitions.Count)
            .Select(column => IsNumeric(table, column, page))
            .ToList();
        var rows = table.OfType<TableRow>().ToLookup(r => r.IsHeader, r => Cells(r, numeric, page));
        return new TableRows([.. rows[true]], [.. rows[false]]);
    }

    private static IReadOnlyList<string> Cells(TableRow row, List<bool> numeric, PageContext page) =>
        [
            .. row.OfType<TableCell>()
                .Select(
                    (cell, column) =>
                    {
                        var number = column < numeric.Count && numeric[column] ? " class=\"n\"" : "";
                        var text = Text(cell, page);
                        return row.IsHeader ? $"<th scope=\"col\"{number}>{text}</th>"
                            : column == 0 ? $"<th scope=\"row\"{number}>{text}</th>"
                            : $"<td{number}>{text}</td>";
                    }
                ),
        ];

    private static string Text(TableCell cell, PageContext page) =>
        cell is [ParagraphBlock only] ? InlineHtml.Of(only.Inline, page) : MarkdownHtml.Blocks(cell, page);

    private static bool IsNumeric(Table table, int column, PageContext page) =>
        table.ColumnDefinitions[column].Alignment switch
        {
            TableColumnAlign.Right => true,
            null => table
                .OfType<TableRow>()
                .Where(r => !r.IsHeader && column < r.Count)
                .All(r =>
                    r[column] is TableCell { Count: 1 } cell
                    && cell[0] is ParagraphBlock p
                    && Number().IsMatch(InlineHtml.Plain(p.Inline, page))
                ),
            _ => false,
        };

    [GeneratedRegex(@"^(—|[+\-−±≈<>]?\s*\d[\d.,\u202F\u00A0 ]*(\s*±.*)?\s*%?)$")]
    private static partial Regex Number();
}

/// <summary>Cells as markup, each with its tags.</summary>
public sealed record TableRows(IReadOnlyList<IReadOnlyList<string>> Head, IReadOnlyList<IReadOnlyList<string>> Body);
