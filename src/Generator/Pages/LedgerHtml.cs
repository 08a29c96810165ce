using System.Globalization;
using Recto.Content;

namespace Recto.Pages;

/// <summary>Every claim of the report in the order in which readers meet it, with what became of it.</summary>
public static class LedgerHtml
{
    public static string Of(PageContext page)
    {
        var entries = page
            .In.Numbering.InOrder(page.In.Book.Chapters.SelectMany(chapter => chapter.Claims))
            .Select(claim => (Claim: claim, Finding: Verdicts.Of(claim, page)))
            .ToList();
        return $"""
            <section class="ledger">
            <p class="marks" aria-hidden="true">{string.Concat(
                entries.Select(e => Square(e.Claim, e.Finding, page))
            )}</p>
            <p class="summary">{Html.Escape(Summary([.. entries.Select(e => e.Finding.Verdict)], page))}</p>
            <ol>
            {string.Concat(entries.Select(e => Entry(e.Claim, e.Finding, page)))}</ol>
            </section>

            """;
    }

    private static string Summary(IReadOnlyList<Verdict?> verdicts, PageContext page)
    {
        string[] counts =
        [
            Text(verdicts.Count),
            .. Enum.GetValues<Verdict>().Select(verdict => Text(verdicts.Count(v => v == verdict))),
        ];
        var words = page.Terms["ledger_summary"];
        foreach (var (i, count) in counts.Index())
        {
            words = words.Replace($"{{{Text(i)}}}", count, StringComparison.Ordinal);
        }

        var unjudged = verdicts.Count(v => v is null);
        var rest = page.Terms["ledger_unjudged"].Replace("{0}", Text(unjudged), StringComparison.Ordinal);
        return Typography.Plain(unjudged == 0 ? words : $"{words} {rest}");
    }

    private static string Square(Claim claim, Finding finding, PageContext page) =>
        $"<i class=\"{VerdictHtml.Class(finding.Verdict)}\" title=\"{Html.Escape(Name(claim, page) + " " + VerdictHtml.Word(finding.Verdict, page.Terms))}\"></i>";

    private static string Entry(Claim claim, Finding finding, PageContext page)
    {
        var name = Html.Escape(Name(claim, page));
        var link = page.In.Numbering.Find(claim.Id) is { } target
            ? $"<a href=\"{Html.Escape(page.Link(target))}\">{name}</a>"
            : name;
        return $"""
            <li class="{VerdictHtml.Class(finding.Verdict)}">
            <p class="head">{VerdictHtml.Badge(finding.Verdict, page)} <span class="no">{link}</span></p>
            <p class="text">{ClaimHtml.Text(claim.Text, page)}</p>
            <dl>
            {ClaimHtml.Rows(claim, finding, isPlain: true, page)}</dl>
            </li>

            """;
    }

    private static string Name(Claim claim, PageContext page) =>
        page.In.Numbering.Find(claim.Id) is { } target ? References.Name(target, page.Terms) : claim.Id;

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
