using System.Globalization;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Recto.Runs;

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
        var columns = block.Columns.Select(c => Column.Of(c, block, page)).ToList();
        var body = block.Runs.Select<Located<string>, IReadOnlyList<string>>(
            (run, row) =>
                [
                    $"<th scope=\"row\">{Name(run.Value, block, page)}</th>",
                    .. columns.Select(column => $"<td class=\"n\">{Cell(run.Value, row, column, block, page)}</td>"),
                ]
        );
        return new TableRows([head], [.. body]);
    }

    private static string Title(MetricsColumn column, PageContext page) =>
        column.Title ?? page.Terms.Words.GetValueOrDefault("metric." + column.Metric.Value) ?? column.Metric.Value;

    private static string Name(string run, MetricsBlock block, PageContext page) =>
        block.OfAll && page.In.Runs.StandingOf(run) is not RunStanding.Absent
            ? $"<a class=\"data\" href=\"{Html.Escape(page.Site($"data/{run}/run.json"))}\">{Html.Escape(run)}</a>"
            : $"<code>{Html.Escape(run)}</code>";

    /// <param name="Values">One a run; null where it has none.</param>
    /// <param name="HasSpread">Then a number without one keeps its place free, so that points align.</param>
    /// <param name="Best">Of the runs that have a result; absent where none is best.</param>
    private sealed record Column(MetricsColumn Declared, IReadOnlyList<double?> Values, bool HasSpread, double? Best)
    {
        public static Column Of(MetricsColumn column, MetricsBlock block, PageContext page)
        {
            var facts = block.Runs.Select(run => page.In.Facts[run.Value]).ToList();
            var metric = column.Metric.Value;
            var values = facts.Select(f => Value(f, metric)).ToList();
            var known = values.Where((_, i) => page.In.Runs.StandingOf(block.Runs[i].Value) is not RunStanding.Absent);
            var best = column.Best switch
            {
                Content.Markdown.Best.Least => known.Min(),
                Content.Markdown.Best.Greatest => known.Max(),
                _ => null,
            };
            return new Column(column, values, facts.Exists(f => f.IsSpread(metric)), best);
        }
    }

    /// <summary>The mean of all seeds; null where the run has none.</summary>
    private static double? Value(RunFacts facts, string metric) =>
        metric switch
        {
            MetricsColumn.TrainSeconds => facts.TrainSeconds,
            MetricsColumn.Epochs => facts.Spec.Epochs > 0 ? facts.Spec.Epochs : null,
            _ => facts.Metrics.ContainsKey(metric) ? facts.Seeds.Average(s => s.Metrics[metric]) : null,
        };

    private static string Cell(string run, int row, Column column, MetricsBlock block, PageContext page)
    {
        if (column.Values[row] is not { } value)
        {
            return "–";
        }

        var (metric, format) = (column.Declared.Metric, column.Declared.Format);
        var isSpread = page.In.Facts[run].IsSpread(metric.Value);
        var filter = isSpread ? Formats.Spread(format) : format;
        var expression = new Located<string>($"{run}.{metric.Value} | {filter}", metric.Place);
        var pieces = block.OfAll ? Values.Parted(Values.Plain(expression, page)) : Values.Pieces(expression, page);
        var number = Typography.Set([.. pieces]);
        number = !column.HasSpread || number.Contains('±', StringComparison.Ordinal) ? number : Spaced(number, format);
        return value == column.Best ? $"<b>{number}</b>" : number;
    }

    /// <summary>Means stand below each other: where others have their spread, there is room, or the unit.</summary>
    private static string Spaced(string number, string format) =>
        number.LastIndexOf('%') is >= 0 and var unit
            ? $"{number[..unit]}<span class=\"spread bare\">%</span>{number[(unit + 1)..]}"
            : number + Placeholder(format);

    /// <summary>As wide as a spread of these digits.</summary>
    private static string Placeholder(string format) =>
        format.Split(' ') is [_, var digits]
            ? $"<span class=\"spread none\" aria-hidden=\"true\">{Numbers.PlusMinus}{Numbers.Fixed(0, int.Parse(digits, CultureInfo.InvariantCulture))}</span>"
            : "";
}
