using System.Globalization;
using System.Text.RegularExpressions;

namespace Recto.Content.Expressions;

/// <summary>Functions for claims: true or false by a limit that the data set, and no author.</summary>
internal static partial class Tests
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("agrees", "agrees x \"0.0685\", with the value as the source prints it", Agrees)
        {
            IsTruth = true,
            TakesText = true,
        },
        Ordering("clearly_above", 1),
        Ordering("clearly_below", -1),
    ];

    /// <summary>
    /// Within half a unit of the last printed digit, or within the 95 % prediction interval of the seeds, whichever is
    /// wider: then the printed value may well be one more run.
    /// </summary>
    private static object? Agrees(FunctionCall call)
    {
        if (
            call is not { Arguments: [_, string text] }
            || Printed().Match(text) is not { Success: true } printed
            || call.Values(0) is not { } values
        )
        {
            return null;
        }

        var number = printed.Groups["number"].Value;
        var scale = printed.Groups["percent"].Success ? 0.01 : 1;
        var value = scale * double.Parse(number.Replace('−', '-'), CultureInfo.InvariantCulture);
        var decimals = number.Contains('.', StringComparison.Ordinal) ? number.Split('.')[1].Length : 0;
        var half = scale * 0.5 * Math.Pow(10, -decimals);
        var apart = Math.Abs(Spread.Mean(values) - value);
        var chance = values.Count > 1 ? Spread.Prediction(values) : 0;
        var (basis, limit, seeds) =
            chance > half ? (ToleranceBasis.Seeds, chance, values.Count) : (ToleranceBasis.Digits, half, 0);
        var what = call.Said(0);
        call.Context.Record(
            new Tolerance(ToleranceKind.Agrees, [what], apart, limit, basis, seeds)
            {
                IsNegated = call.Context.IsNegated,
                Computed = what.Contains(' ', StringComparison.Ordinal) ? Spread.Mean(values) : null,
            }
        );
        return apart <= limit;
    }

    /// <summary>Two means further apart than Welch's limit; or a run without seeds outside of the other's prediction interval.</summary>
    private static Function Ordering(string name, int sign) =>
        new(
            name,
            $"{name} a b, where one or both are metrics of runs with seeds",
            call =>
            {
                if (
                    call is not { Arguments.Count: 2 }
                    || call.Values(0) is not { } a
                    || call.Values(1) is not { } b
                    || a.Count + b.Count < 3
                )
                {
                    return null;
                }

                var apart = sign * (Spread.Mean(a) - Spread.Mean(b));
                var (basis, limit) =
                    a.Count == 1 ? (ToleranceBasis.Single, Spread.Prediction(b))
                    : b.Count == 1 ? (ToleranceBasis.Single, Spread.Prediction(a))
                    : (ToleranceBasis.Means, Spread.Welch(a, b));
                var kind = sign > 0 ? ToleranceKind.Above : ToleranceKind.Below;
                call.Context.Record(
                    new Tolerance(kind, [call.Said(0), call.Said(1)], apart, limit, basis, Math.Max(a.Count, b.Count))
                    {
                        IsNegated = call.Context.IsNegated,
                    }
                );
                return apart > limit;
            }
        )
        {
            IsTruth = true,
        };

    [GeneratedRegex(@"^(?<number>[-−]?\d+(\.\d+)?)\s*((?<percent>%)|×)?$")]
    private static partial Regex Printed();
}
