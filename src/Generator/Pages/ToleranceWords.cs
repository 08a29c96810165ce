using System.Globalization;
using Recto.Content;
using Recto.Content.Expressions;

namespace Recto.Pages;

/// <summary>A tolerance in words: what was found, what was allowed, and why so much.</summary>
public static class ToleranceWords
{
    private const int Digits = 2;

    public static string Of(Tolerance tolerance, Terms terms)
    {
        var key = tolerance.Basis switch
        {
            ToleranceBasis.Digits => "tolerance_digits",
            ToleranceBasis.Seeds => "tolerance_seeds",
            ToleranceBasis.Means => "tolerance_means",
            _ => "tolerance_single",
        };
        return Typography.Plain(
            terms[key]
                .Replace("{apart}", Numbers.Significant(tolerance.Apart, Digits), StringComparison.Ordinal)
                .Replace("{limit}", Numbers.Significant(tolerance.Limit, Digits), StringComparison.Ordinal)
                .Replace("{seeds}", tolerance.Seeds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );
    }
}
