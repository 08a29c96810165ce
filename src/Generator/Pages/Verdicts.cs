using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>A claim put to the test.</summary>
/// <param name="Evaluated">What the tests read: of the claim, and of its condition where that decides.</param>
public sealed record Finding(Verdict Verdict, IReadOnlyList<Evaluated> Evaluated)
{
    /// <summary>Experiments that it rests on, sorted.</summary>
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
    /// <summary>Nothing if its test is broken, which is reported.</summary>
    public static Finding? Of(Claim claim, PageContext page)
    {
        if (Values.Evaluate(claim.Holds, page) is not { Value: bool holds } test)
        {
            return null;
        }

        if (holds || claim.Under is null)
        {
            return new Finding(holds ? Verdict.Reproduced : Verdict.NotReproduced, [test]);
        }

        return Values.Evaluate(claim.Under.Holds, page) is { Value: bool weaker } condition
            ? new Finding(weaker ? Verdict.UnderCondition : Verdict.NotReproduced, [test, condition])
            : null;
    }

    /// <summary>The chapter's claims for whose other verdict its prose was written, each reported with its sentence.</summary>
    public static IReadOnlyList<Claim> Unexpected(PageContext page)
    {
        var unexpected = page
            .Chapter.Claims.Select(claim => (Claim: claim, Found: Of(claim, page)?.Verdict))
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
