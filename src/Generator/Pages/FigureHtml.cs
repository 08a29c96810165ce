using Recto.Content;
using Recto.Content.Markdown;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Pages;

public static class FigureHtml
{
    public static string Of(FigureBlock block, PageContext page) => Of(block, Caption(block, page), page);

    public static string Caption(FigureBlock block, PageContext page)
    {
        var figure = Drawn(block, page);
        var (earlier, data) = figure is null ? ("", "") : (Earlier(block.Request.Runs, page), Data(figure, page));
        return $"{Label(block.Request.Id, page)}{earlier} {InlineHtml.Of(block.Caption, page)}{data}";
    }

    public static string Of(FigureBlock block, string caption, PageContext page)
    {
        var request = block.Request;
        var figure = Drawn(block, page);
        var alt = Html.Escape(InlineHtml.Plain(block.Alt, page));
        var shown = figure is null
            ? Placeholder(request.Runs, alt, page)
            : $"{Legend(figure)}<div class=\"plot\" role=\"img\" aria-label=\"{alt}\">{Plot(figure, page)}</div>";
        return $"""
            <figure id="{Html.Escape(page.Own(request.Id))}" class="fig fig-{Html.Escape(request.Kind)}">
            {shown}
            <figcaption>{caption}</figcaption>
            </figure>

            """;
    }

    private static Figure? Drawn(FigureBlock block, PageContext page) =>
        page.In.Figures.Find(block.Request.Id, page.Edition.Language);

    /// <summary>A badge, where what is shown is of an earlier result.</summary>
    public static string Earlier(IEnumerable<string> runs, PageContext page) =>
        page.Standings.Of(runs) is RunStanding.LastGood
            ? $" <span class=\"badge earlier\">{Html.Escape(page.Terms["earlier"])}</span>"
            : "";

    /// <summary>Not drawn: a run has no result, or an earlier one that lacks what the figure shows.</summary>
    private static string Placeholder(IReadOnlyList<string> runs, string alt, PageContext page)
    {
        var outdated = runs.Where(run => page.Standings.Of([run]) is not RunStanding.Fresh).ToList();
        if (outdated.Count == 0)
        {
            throw new InvalidOperationException($"no figure was drawn of {string.Join(", ", runs)}");
        }

        var names = string.Join(" ", outdated.Select(run => $"<code>{Html.Escape(run)}</code>"));
        var words = Typography.Set(page.Terms["absent_figure"]);
        return $"<div class=\"placeholder\" role=\"img\" aria-label=\"{alt}\"><p>{words} {names}</p></div>";
    }

    /// <summary>For instance <c>图 1</c>, at the head of a caption.</summary>
    public static string Label(string id, PageContext page)
    {
        var target = page.In.Numbering[id];
        return $"<span class=\"label\">{Html.Escape(References.Name(target, page.Terms))}</span>";
    }

    /// <summary>Raster layers are named as seen from a language's folder; the printed edition lies above it.</summary>
    private static string Plot(Figure figure, PageContext page) =>
        page.Print ? figure.Svg.Replace("../figures/", "figures/", StringComparison.Ordinal) : figure.Svg;

    private static string Legend(Figure figure) =>
        figure.Legend.Count == 0 ? "" : $"<div class=\"legend\">{string.Concat(figure.Legend.Select(Entry))}</div>\n";

    private static string Entry(LegendEntry entry) =>
        $"<span class=\"key\">{Mark(entry)}{Html.Escape(entry.Label)}</span>";

    private static string Mark(LegendEntry entry)
    {
        var (width, shape) =
            entry.Dash is null ? (12, "<circle cx=\"6\" cy=\"6\" r=\"4.5\" fill=\"currentColor\"/>")
            : entry.Dash is LegendEntry.Area
                ? (28, $"<path d=\"M1 1H27V11H1z\" fill=\"currentColor\" fill-opacity=\"{Ink.Faint}\"/>")
            : (28, $"<path d=\"M1 6H27\" stroke=\"currentColor\" stroke-width=\"2\"{Dashes(entry.Dash)}/>");
        return $"<svg class=\"mark {Html.Escape(entry.Mark)}\" width=\"{width}\" height=\"12\" viewBox=\"0 0 {width} 12\" aria-hidden=\"true\">{shape}</svg>";
    }

    private static string Dashes(string dash) => dash.Length == 0 ? "" : $" stroke-dasharray=\"{Html.Escape(dash)}\"";

    /// <summary>Links to what it was drawn from: an experiment's own run, then its further seeds, which go by their number.</summary>
    private static string Data(Figure figure, PageContext page) =>
        string.Concat(
            figure
                .Data.Distinct(StringComparer.Ordinal)
                .OrderBy(file => SeedId.Experiment(file.Split('/')[0]), StringComparer.Ordinal)
                .ThenBy(file => file.IndexOf('/', StringComparison.Ordinal))
                .ThenBy(file => file, StringComparer.Ordinal)
                .Select(file => $" {Html.DataLink(page.Site("data/" + file), file)}")
        );
}
