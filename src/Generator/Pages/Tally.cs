using System.Globalization;
using Recto.Content;

namespace Recto.Pages;

/// <summary>Verdicts at a glance: a mark a claim, and the same in words.</summary>
/// <param name="Marks">Classes of the verdicts, in the order of the claims.</param>
/// <param name="Words">For instance <c>Claims (12): 9 Reproduced · 3 Not reproduced</c>.</param>
/// <param name="Held">How many were reproduced.</param>
public sealed record Tally(IReadOnlyList<string> Marks, string Words, int Held)
{
    public static Tally None { get; } = new([], "", 0);

    public static Tally Of(IEnumerable<PageContext> pages, Terms terms)
    {
        var verdicts = pages
            .SelectMany(page =>
                page.In.Numbering.InOrder(page.Chapter.Claims).Select(c => Verdicts.Of(c, page).Verdict)
            )
            .ToList();
        var counts = verdicts
            .GroupBy(verdict => verdict)
            .OrderBy(same => same.Key ?? (Verdict)int.MaxValue)
            .Select(same =>
                string.Create(CultureInfo.InvariantCulture, $"{same.Count()} {VerdictHtml.Word(same.Key, terms)}")
            );
        var total = verdicts.Count.ToString(CultureInfo.InvariantCulture);
        var words = terms["claims_count"].Replace("{0}", total, StringComparison.Ordinal);
        return new Tally(
            [.. verdicts.Select(VerdictHtml.Class)],
            Typography.Plain($"{words}{string.Join(" · ", counts)}"),
            verdicts.Count(verdict => verdict == Verdict.Reproduced)
        );
    }
}
