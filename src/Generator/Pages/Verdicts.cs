using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Puts claims to the test.</summary>
public static class Verdicts
{
    /// <summary>Nothing where a run that it speaks of has no result, or if its test is broken, which is reported.</summary>
    public static Verdict? Of(Claim claim, PageContext page) =>
        Values.Evaluate(claim.Holds, page) is { Value: bool holds } value
        && page.Standings.Of(Values.Measured(value)) is not RunStanding.Absent
            ? holds
                ? Verdict.Reproduced
                : Verdict.NotReproduced
            : null;

    /// <summary>What its test reads, in the order in which it does.</summary>
    public static IReadOnlyList<Measurement> Measured(Claim claim, PageContext page) =>
        [
            .. (Values.Evaluate(claim.Holds, page)?.Sources ?? []).OrderBy(m =>
                claim.Holds.Value.IndexOf($"{m.Run}.{m.Path}", StringComparison.Ordinal)
            ),
        ];

    /// <summary>The chapter's claims for whose other verdict its prose was written, each reported with its sentence.</summary>
    public static IReadOnlyList<Claim> Unexpected(PageContext page)
    {
        var unexpected = page
            .Chapter.Claims.Select(claim => (Claim: claim, Found: Of(claim, page)))
            .Where(c => c.Found is { } found && found != c.Claim.Expected)
            .ToList();
        foreach (var (claim, found) in unexpected)
        {
            var text = claim.Text.At(page.Edition.Language);
            page.Bag.Add(Errors.VerdictUnexpected(text, claim.Id, Word(found!.Value), Word(claim.Expected)));
        }

        return [.. unexpected.Select(c => c.Claim)];
    }

    private static string Word(Verdict verdict) => verdict == Verdict.Reproduced ? "reproduced" : "not reproduced";
}
