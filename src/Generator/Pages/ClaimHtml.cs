using Markdig.Syntax.Inlines;
using Recto.Content;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Claims with the verdict of this build.</summary>
public static class ClaimHtml
{
    public static string Of(ClaimsBlock block, PageContext page) =>
        string.Concat(block.Claims.Select(claim => Of(claim, Said(claim, page), page)));

    /// <summary>Each claim once, its sentence in two languages.</summary>
    public static string Of(ClaimsBlock block, PageContext page, PageContext other) =>
        string.Concat(
            block.Claims.Select(claim =>
                Of(claim, PairHtml.Of(Said(claim, page), Said(claim, other), page, other), page)
            )
        );

    private static string Said(Claim claim, PageContext page) => $"<p class=\"text\">{Text(claim.Text, page)}</p>";

    public static ContainerInline Sentence(Claim claim, PageContext page) =>
        InlineText.Parse(claim.Text.At(page.Edition.Language), page.Bag);

    private static string Of(Claim claim, string text, PageContext page)
    {
        var finding = Verdicts.Of(claim, page);
        var number = page.In.Numbering[claim.Id];
        return $"""
            <aside class="claim {VerdictHtml.Class(finding.Verdict)}" id="{Html.Escape(page.Own(number.Anchor))}">
            <p class="head">{VerdictHtml.Badge(finding.Verdict, page)}{FigureHtml.Earlier(
                finding.Runs,
                page
            )} <span class="no">{Html.Escape(
                References.Name(number, page.Terms)
            )}</span></p>
            {text}
            <dl>
            {string.Concat(Rows(claim, finding, page))}</dl>
            </aside>

            """;
    }

    /// <summary>A sentence of a claim, as HTML.</summary>
    public static string Text(Localized text, PageContext page) =>
        InlineHtml.Of(InlineText.Parse(text.At(page.Edition.Language), page.Bag), page);

    /// <summary>What the source reports, and where; empty where the claim says neither.</summary>
    public static string Source(Claim claim, PageContext page)
    {
        var section = claim.Section is { } number
            ? Typography.Plain(page.Terms["section"].Replace("{0}", number, StringComparison.Ordinal))
            : null;
        return string.Join(" · ", new[] { claim.Source, section }.OfType<string>().Select(Html.Escape));
    }

    /// <summary>What the tests read, each value once, in the claim's own format.</summary>
    /// <param name="isPlain">No number leads to its provenance.</param>
    public static IEnumerable<string> Measured(Claim claim, Finding finding, bool isPlain, PageContext page) =>
        finding
            .Evaluated.SelectMany(e => e.Facts)
            .Distinct()
            .Where(fact => !fact.Name.Contains(".spec.", StringComparison.Ordinal))
            .Select(fact =>
            {
                var filter = fact.IsSpread ? Formats.Spread(claim.Format) : claim.Format;
                var expression = new Located<string>($"{fact.Name} | {filter}", claim.Holds.Place);
                var value = isPlain ? Values.Parted(Values.Plain(expression, page)) : Values.Pieces(expression, page);
                return $"<code>{Html.Escape(fact.Name)}</code> {Typography.Set([.. value])}";
            });

    /// <summary>Links to the records that it rests on.</summary>
    public static string Runs(Finding finding, PageContext page) =>
        string.Join(
            " ",
            finding.Runs.Select(run =>
                page.In.Runs.StandingOf(run) is RunStanding.Absent
                    ? $"<code>{Html.Escape(run)}</code>"
                    : Html.DataLink(page.Site($"data/{run}/run.json"), run)
            )
        );

    private static IEnumerable<string> Rows(Claim claim, Finding finding, PageContext page)
    {
        var terms = page.Terms;
        if (Source(claim, page) is { Length: > 0 } source)
        {
            yield return Row(terms["claim_source"], source);
        }

        yield return Row(terms["claim_ours"], string.Join(" · ", Measured(claim, finding, isPlain: false, page)));
        var judged = finding.Verdict is null ? [] : finding.Evaluated;
        foreach (var tolerance in judged.SelectMany(e => e.Tolerances))
        {
            yield return Row(terms["claim_tolerance"], Html.Escape(ToleranceWords.Of(tolerance, terms)));
        }

        if (finding.Verdict == Verdict.UnderCondition)
        {
            yield return Row(terms["claim_condition"], Text(claim.Under!.Text, page));
        }

        foreach (var (_, test) in claim.Tests.Take(finding.Evaluated.Count))
        {
            yield return Row(terms["claim_test"], $"<code>{Html.Escape(test.Value)}</code>");
        }

        yield return Row(terms["runs"], Runs(finding, page));
    }

    private static string Row(string term, string content) =>
        $"<div><dt>{Html.Escape(term)}</dt> <dd>{content}</dd></div>\n";
}
