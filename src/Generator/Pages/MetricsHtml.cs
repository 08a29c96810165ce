using System.Globalization;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>A table made from runs: a row a run, a column a metric.</summary>
public static class MetricsHtml
{
    public static string Of(MetricsBlock block, PageContext page)
    {
        var head = TableHtml.Row([
            $"<th scope=\"col\">{Html.Escape(page.Terms["experiment"])}</th>",
            .. block.Columns.Select(c => $"<th scope=\"col\" class=\"n\">{Typography.Set(Title(c, page))}</th>"),
        ]);
        var columns = block.Columns.Select(c => Cells(c, block, page)).ToList();
        var body = block.Runs.Select(
            (run, row) =>
                TableHtml.Row([
                    $"<th scope=\"row\">{Name(run.Value, block, page)}</th>",
                    .. columns.Select(cells => $"<td class=\"n\">{cells[row]}</td>"),
                ])
        );
        var rows = $"<thead>\n{head}</thead>\n<tbody>\n{string.Concat(body)}</tbody>\n";
        return TableHtml.Framed(block.Id, InlineHtml.Of(block.Caption, page), rows, page);
    }

    private static string Title(MetricsColumn column, PageContext page) =>
        column.Title ?? page.Terms.Words.GetValueOrDefault("metric." + column.Metric.Value) ?? column.Metric.Value;

    private static string Name(string run, MetricsBlock block, PageContext page) =>
        block.OfAll
            ? $"<a class=\"data\" href=\"{Html.Escape(page.Site($"data/{run}/run.json"))}\">{Html.Escape(run)}</a>"
            : $"<code>{Html.Escape(run)}</code>";

    /// <summary>One a run, the best in bold, numbers without a spread set so that points align.</summary>
    private static IReadOnlyList<string> Cells(MetricsColumn column, MetricsBlock block, PageContext page)
    {
        var metric = column.Metric.Value;
        var values = block.Runs.Select(run => Value(page.In.Facts[run.Value], metric)).ToList();
        var best = column.Best is Best.Least ? values.Min() : values.Max();
        var hasSpread = block.Runs.Any(run => page.In.Facts[run.Value].IsSpread(metric));
        return
        [
            .. block
                .Runs.Zip(values)
                .Select(cell =>
                    cell.Second is not { } value ? "–"
                    : column.Best is not null && value == best
                        ? $"<b>{Cell(cell.First.Value, column, hasSpread, block.OfAll, page)}</b>"
                    : Cell(cell.First.Value, column, hasSpread, block.OfAll, page)
                ),
        ];
    }

    /// <summary>The mean of all seeds; null where the run has none.</summary>
    private static double? Value(RunFacts facts, string metric) =>
        metric switch
        {
            "time.train" => facts.TrainSeconds,
            "spec.epochs" => facts.Spec.Epochs > 0 ? facts.Spec.Epochs : null,
            _ => facts.Metrics.ContainsKey(metric) ? facts.Seeds.Average(s => s.Metrics[metric]) : null,
        };

    private static string Cell(string run, MetricsColumn column, bool hasSpread, bool isPlain, PageContext page)
    {
        var isSpread = page.In.Facts[run].IsSpread(column.Metric.Value);
        var filter = isSpread ? Formats.Spread(column.Format) : column.Format;
        var expression = new Located<string>($"{run}.{column.Metric.Value} | {filter}", column.Metric.Place);
        var pieces = isPlain ? Values.Parted(Values.Plain(expression, page)) : Values.Pieces(expression, page);
        var cell = Typography.Set([.. pieces]);
        return isSpread || !hasSpread ? cell : cell + Placeholder(column.Format);
    }

    /// <summary>As wide as a spread of these digits.</summary>
    private static string Placeholder(string format) =>
        format.Split(' ') is [_, var digits]
            ? $"<span class=\"spread none\" aria-hidden=\"true\">{Numbers.PlusMinus}{Numbers.Fixed(0, int.Parse(digits, CultureInfo.InvariantCulture))}</span>"
            : "";
}
