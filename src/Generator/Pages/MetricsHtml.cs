using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>A table made from runs: a row a run, a column a metric.</summary>
public static class MetricsHtml
{
    public static string Of(MetricsBlock block, PageContext page) =>
        TableHtml.Framed(block.Id, Caption(block, page), Rows(block, page), page);

    public static string Caption(MetricsBlock block, PageContext page) =>
        TableHtml.Caption(block.Id, InlineHtml.Of(block.Caption, page), page);

    public static TableRows Rows(MetricsBlock block, PageContext page)
    {
        IReadOnlyList<string> head =
        [
            $"<th scope=\"col\">{Html.Escape(page.Terms["experiment"])}</th>",
            .. block.Columns.Select(c => $"<th scope=\"col\" class=\"n\">{Typography.Set(Title(c, page))}</th>"),
        ];
        var body = block.Runs.Select<Located<string>, IReadOnlyList<string>>(run =>
            [
                $"<th scope=\"row\"><code>{Html.Escape(run.Value)}</code></th>",
                .. block.Columns.Select(c => $"<td class=\"n\">{Cell(run, c, page)}</td>"),
            ]
        );
        return new TableRows([head], [.. body]);
    }

    private static string Title(MetricsColumn column, PageContext page) =>
        column.Title ?? page.Terms.Words.GetValueOrDefault("metric." + column.Metric.Value) ?? column.Metric.Value;

    private static string Cell(Located<string> run, MetricsColumn column, PageContext page)
    {
        var metric = column.Metric.Value;
        if (metric != MetricsColumn.TrainSeconds && !page.In.Facts[run.Value].Metrics.ContainsKey(metric))
        {
            return "–";
        }

        var filter = column.Format.Length == 0 ? "" : $" | {column.Format}";
        var expression = $"{run.Value}.{metric}{filter}";
        return Typography.Set(Values.Pieces(new(expression, column.Metric.Place), page));
    }
}
