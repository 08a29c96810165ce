using System.Globalization;
using Recto.Content;

namespace Recto.Pages;

/// <summary>Verdicts at a glance: a mark a claim, and the same in words.</summary>
/// <param name="Marks">Names of <see cref="VerdictMark"/>, in the order of the claims.</param>
/// <param name="Words">For instance <c>12 claims: 9 Reproduced · 3 Not reproduced</c>.</param>
/// <param name="Held">How many were reproduced.</param>
public sealed record Tally(IReadOnlyList<string> Marks, string Words, int Held)
{
    public static Tally None { get; } = new([], "", 0);

    public static Tally Of(PageContext page) =>
        Of([.. page.Chapter.Claims.Select(claim => VerdictMark.Of(Verdicts.Of(claim, page)))], page.In.Terms);

    public static Tally Of(IReadOnlyList<VerdictMark> marks, Terms terms)
    {
        var counts = marks
            .GroupBy(mark => mark)
            .OrderByDescending(same => same.Key == VerdictMark.Of(Verdict.Reproduced))
            .Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Count()} {terms[same.Key.Term]}"));
        var total = marks.Count.ToString(CultureInfo.InvariantCulture);
        var words = terms["claims_count"].Replace("{0}", total, StringComparison.Ordinal);
        return new Tally(
            [.. marks.Select(mark => mark.Name)],
            Typography.Plain($"{words}{string.Join(" · ", counts)}"),
            marks.Count(mark => mark == VerdictMark.Of(Verdict.Reproduced))
        );
    }
}
