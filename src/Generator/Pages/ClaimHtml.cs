using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Claims with the verdict of this build.</summary>
public static class ClaimHtml
{
    private const string Tick =
        "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"m5 8.2 2.1 2.1L11 6.2\"/></svg>";

    private const string Cross =
        "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z\"/><path d=\"m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4\"/></svg>";

    private const string Dash =
        "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"M5 8h6\"/></svg>";

    public static string Of(ClaimsBlock block, PageContext page) =>
        string.Concat(block.Claims.Select(claim => Of(claim, page)));

    private static string Of(Claim claim, PageContext page)
    {
        var terms = page.Terms;
        var (name, word, icon) = Verdicts.Of(claim, page) switch
        {
            Verdict.Reproduced => ("reproduced", terms["reproduced"], Tick),
            Verdict.NotReproduced => ("not-reproduced", terms["not_reproduced"], Cross),
            _ => ("not-judged", terms["not_judged"], Dash),
        };
        var runs = Verdicts.Measured(claim, page).Select(m => m.Run);
        var number = page.In.Numbering[claim.Id];
        var text = InlineText.Parse(claim.Text.At(page.Edition.Language), page.Bag);
        return $"""
            <aside class="claim {name}" id="{Html.Escape(page.Anchor(number.Anchor))}">
            <p class="head"><span class="badge">{icon}{Html.Escape(word)}</span>{FigureHtml.Earlier(
                runs,
                page
            )} <span class="no">{Html.Escape(
                References.Name(number, terms)
            )}</span></p>
            <p class="text">{InlineHtml.Of(text, page)}</p>
            <dl>
            {string.Concat(Rows(claim, page))}</dl>
            </aside>

            """;
    }

    private static IEnumerable<string> Rows(Claim claim, PageContext page)
    {
        var terms = page.Terms;
        if (claim.Source is { } source)
        {
            yield return Row(terms["claim_source"], Html.Escape(source));
        }

        var measured = Verdicts.Measured(claim, page);
        yield return Row(terms["claim_ours"], string.Join(" · ", measured.Select(m => Measured(m, claim, page))));
        yield return Row(terms["claim_test"], $"<code>{Html.Escape(claim.Holds.Value)}</code>");
        var runs = measured.Select(m => m.Run).Distinct(StringComparer.Ordinal);
        yield return Row(terms["runs"], string.Join(" ", runs.Select(run => Run(run, page))));
    }

    private static string Row(string term, string content) =>
        $"<div><dt>{Html.Escape(term)}</dt> <dd>{content}</dd></div>\n";

    private static string Measured(Measurement measured, Claim claim, PageContext page)
    {
        var name = $"{measured.Run}.{measured.Path}";
        var value = Values.Pieces(new(name + " | fixed 4", claim.Holds.Place), page);
        return $"<code>{Html.Escape(name)}</code> {Typography.Set(value)}";
    }

    private static string Run(string run, PageContext page) =>
        page.In.Runs.StandingOf(run) is RunStanding.Absent
            ? $"<code>{Html.Escape(run)}</code>"
            : $"<a class=\"data\" href=\"{Html.Escape(page.Site($"data/{run}/run.json"))}\">{Html.Escape(run)}</a>";
}
