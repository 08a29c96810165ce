using Markdig.Syntax.Inlines;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Claims with the verdict of this build.</summary>
public static class ClaimHtml
{
    public static string Of(ClaimsBlock block, PageContext page) =>
        string.Concat(block.Claims.Select(claim => Of(claim, Text(claim, page), page)));

    /// <summary>Each claim once, its sentence in two languages.</summary>
    public static string Of(ClaimsBlock block, PageContext page, PageContext other) =>
        string.Concat(
            block.Claims.Select(claim =>
                Of(claim, PairHtml.Of(Text(claim, page), Text(claim, other), page, other), page)
            )
        );

    private static string Text(Claim claim, PageContext page) =>
        $"<p class=\"text\">{InlineHtml.Of(Sentence(claim, page), page)}</p>";

    public static ContainerInline Sentence(Claim claim, PageContext page) =>
        InlineText.Parse(claim.Text.At(page.Edition.Language), page.Bag);

    private static string Of(Claim claim, string text, PageContext page)
    {
        var terms = page.Terms;
        var mark = VerdictMark.Of(Verdicts.Of(claim, page));
        var runs = Verdicts.Measured(claim, page).Select(m => m.Run);
        var number = page.In.Numbering[claim.Id];
        return $"""
            <aside class="claim {mark.Name}" id="{Html.Escape(page.Own(number.Anchor))}">
            <p class="head"><span class="badge">{mark.Icon}{Html.Escape(terms[mark.Term])}</span>{FigureHtml.Earlier(
                runs,
                page
            )} <span class="no">{Html.Escape(
                References.Name(number, terms)
            )}</span></p>
            {text}
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
