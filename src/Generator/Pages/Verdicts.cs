using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>A claim put to the test.</summary>
/// <param name="Verdict">Absent where a run that it speaks of has no result.</param>
/// <param name="Evaluated">What the tests read: of the claim, and of its condition where that decides.</param>
public sealed record Finding(Verdict? Verdict, IReadOnlyList<Evaluated> Evaluated)
{
    /// <summary>Ids of the runs that it rests on, sorted.</summary>
    public IReadOnlyList<string> Runs =>
        [
            .. Evaluated
                .SelectMany(e => e.Sources)
                .Select(s => s.Run)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}

/// <summary>Puts claims to the test.</summary>
public static class Verdicts
{
    public static Finding Of(Claim claim, PageContext page)
    {
        if (Values.Evaluate(claim.Holds, page) is not { Value: bool holds } test)
        {
            return new Finding(null, []); // Broken, which is reported.
        }

        if (holds || claim.Under is null)
        {
            return Judged(holds ? Verdict.Reproduced : Verdict.NotReproduced, [test], page);
        }

        return Values.Evaluate(claim.Under.Holds, page) is { Value: bool weaker } condition
            ? Judged(weaker ? Verdict.UnderCondition : Verdict.NotReproduced, [test, condition], page)
            : new Finding(null, [test]);
    }

    private static Finding Judged(Verdict verdict, IReadOnlyList<Evaluated> tests, PageContext page) =>
        page.Standings.Of([.. tests.SelectMany(Values.Measured)]) is RunStanding.Absent
            ? new Finding(null, tests)
            : new Finding(verdict, tests);

    /// <summary>The chapter's claims for whose other verdict its prose was written, each reported with its sentence.</summary>
    public static IReadOnlyList<Claim> Unexpected(PageContext page)
    {
        var unexpected = page
            .Chapter.Claims.Select(claim => (Claim: claim, Found: Of(claim, page).Verdict))
            .Where(c => c.Found is { } found && found != c.Claim.Expected)
            .ToList();
        foreach (var (claim, found) in unexpected)
        {
            var text = claim.Text.At(page.Edition.Language);
            page.Bag.Add(Errors.VerdictUnexpected(text, claim.Id, Word(found!.Value), Word(claim.Expected)));
        }

        return [.. unexpected.Select(c => c.Claim)];
    }

    private static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.Reproduced => "reproduced",
            Verdict.UnderCondition => "reproduced under a condition",
            _ => "not reproduced",
        };
}
