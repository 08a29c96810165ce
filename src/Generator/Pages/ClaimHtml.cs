using Markdig.Syntax.Inlines;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Claims with the verdict of this build.</summary>
public static class ClaimHtml
{
    public static string Of(ClaimsBlock block, PageContext page) =>
        string.Concat(block.Claims.Select(claim => Of(claim, page)));

    public static string Of(Claim claim, PageContext page) => Of(claim, Said(claim, page), page);

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
            {Rows(claim, finding, isPlain: false, page)}</dl>
            </aside>

            """;
    }

    /// <summary>A sentence of a claim, as HTML.</summary>
    public static string Text(Localized text, PageContext page) =>
        InlineHtml.Of(InlineText.Parse(text.At(page.Edition.Language), page.Bag), page);

    /// <summary>What the source says, what was measured, each test with what it tolerates, and the runs: terms and descriptions.</summary>
    /// <param name="isPlain">No number leads to its provenance.</param>
    public static string Rows(Claim claim, Finding finding, bool isPlain, PageContext page)
    {
        var terms = page.Terms;
        IEnumerable<(string Term, string Content)> rows =
        [
            ("claim_source", Source(claim, page)),
            ("claim_ours", string.Join(" · ", Measured(claim, finding, isPlain, page))),
            .. claim
                .Tests.Zip(finding.Evaluated)
                .SelectMany(test => Test(claim, test.First, test.Second, finding, page)),
            ("runs", Runs(finding, page)),
        ];
        return string.Concat(
            rows.Where(row => row.Content.Length > 0)
                .Select(row =>
                    $"<div{(row.Term == "claim_tolerance" ? " class=\"tolerance\"" : "")}><dt>{Html.Escape(terms[row.Term])}</dt> <dd>{row.Content}</dd></div>\n"
                )
        );
    }

    /// <summary>A test; the condition's comes behind its sentence.</summary>
    private static IEnumerable<(string Term, string Content)> Test(
        Claim claim,
        (string Key, Located<string> Test) declared,
        Evaluated evaluated,
        Finding finding,
        PageContext page
    )
    {
        if (declared.Test != claim.Holds)
        {
            var holds = finding.Verdict == Verdict.UnderCondition;
            yield return (holds ? "claim_condition" : "claim_condition_fails", Text(claim.Under!.Text, page));
        }

        yield return ("claim_test", $"<code>{Html.Escape(declared.Test.Value)}</code>");
        foreach (var words in finding.Verdict is null ? [] : ToleranceWords.Of(evaluated.Tolerances, page.Terms))
        {
            yield return ("claim_tolerance", words);
        }
    }

    /// <summary>What the source reports, and where; empty where the claim says neither.</summary>
    private static string Source(Claim claim, PageContext page)
    {
        var section = claim.Section is { } number
            ? Typography.Plain(page.Terms["section"].Replace("{0}", number, StringComparison.Ordinal))
            : null;
        return string.Join(" · ", new[] { claim.Source, section }.OfType<string>().Select(Html.Escape));
    }

    /// <summary>What the tests read, each value once, in the claim's own format where that suits it.</summary>
    private static IEnumerable<string> Measured(Claim claim, Finding finding, bool isPlain, PageContext page) =>
        finding
            .Evaluated.SelectMany(e => e.Facts)
            .Distinct()
            .Where(fact => !fact.Name.Contains(".spec.", StringComparison.Ordinal))
            .Select(fact =>
            {
                var format = Formats.Fitting(claim.Format, fact.Name);
                var filter = fact.IsSpread ? Formats.Spread(format) : format;
                var expression = new Located<string>($"{fact.Name} | {filter}", claim.Holds.Place);
                var value = isPlain ? Values.Parted(Values.Plain(expression, page)) : Values.Pieces(expression, page);
                var number = Typography.Set([.. value]);
                var isTime = Units.Of(fact.Name) == Unit.Seconds;
                return $"<code>{Html.Escape(fact.Name)}</code> {(isTime ? ToleranceWords.WithUnit(number, Unit.Seconds, page.Terms) : number)}";
            });

    /// <summary>Links to the records that it rests on.</summary>
    private static string Runs(Finding finding, PageContext page) =>
        string.Join(
            " ",
            finding.Runs.Select(run =>
                page.In.Runs.StandingOf(run) is RunStanding.Absent
                    ? $"<code>{Html.Escape(run)}</code>"
                    : Html.DataLink(page.Site($"data/{run}/run.json"), run)
            )
        );
}
