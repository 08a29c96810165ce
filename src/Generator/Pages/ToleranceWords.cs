using System.Globalization;
using Recto.Content;
using Recto.Content.Expressions;

namespace Recto.Pages;

/// <summary>Tolerances in words: what was compared and found, what was allowed or needed, and why so much.</summary>
public static class ToleranceWords
{
    private const int Fewest = 2;
    private const int Most = 6;

    /// <summary>One line a comparison; two that allow a difference in either direction are one.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Tolerance> tolerances, Terms terms) =>
        tolerances
            .GroupBy(t => (t.IsNegated, string.Join('|', t.IsNegated ? t.Of.Order(StringComparer.Ordinal) : t.Of)))
            .SelectMany(same =>
                IsEither([.. same]) ? [Of(same.First(), "either", terms)] : same.Select(t => Of(t, terms))
            );

    private static bool IsEither(IReadOnlyList<Tolerance> same) =>
        same is [{ IsNegated: true } one, var other] && double.Sign(one.Apart) == -double.Sign(other.Apart);

    private static string Of(Tolerance tolerance, Terms terms) =>
        Of(tolerance, tolerance.Kind.ToString().ToLowerInvariant(), terms);

    private static string Of(Tolerance tolerance, string direction, Terms terms)
    {
        var unit = Units.Of(tolerance.Of[0]);
        var scale = unit == Unit.Share ? 100 : 1;
        var (apart, limit) = Told(Math.Abs(tolerance.Apart) * scale, tolerance.Limit * scale);
        var computed = tolerance.Computed is { } value ? $" = {Numbers.Significant(value, Fewest + 1)}" : "";
        var words =
            terms["found_" + Found(tolerance)]
            + terms[(tolerance.IsNegated == (tolerance.Kind == ToleranceKind.Agrees) ? "need_" : "allow_") + direction]
            + terms["basis_" + tolerance.Basis.ToString().ToLowerInvariant()];
        return Typography
            .Plain(Html.Escape(words))
            .Replace("{apart}", WithUnit(apart, unit, terms), StringComparison.Ordinal)
            .Replace("{limit}", limit, StringComparison.Ordinal)
            .Replace("{seeds}", tolerance.Seeds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{a}", Code(tolerance.Of[0]) + computed, StringComparison.Ordinal)
            .Replace("{b}", Code(tolerance.Of[^1]), StringComparison.Ordinal);
    }

    /// <summary>A number and its unit, kept on a line.</summary>
    public static string WithUnit(string number, Unit unit, Terms terms) =>
        unit switch
        {
            Unit.Seconds => terms["unit_seconds"].Replace("{0}", number, StringComparison.Ordinal),
            Unit.Share => terms["unit_points"].Replace("{0}", number, StringComparison.Ordinal),
            _ => number,
        };

    private static string Found(Tolerance tolerance) =>
        tolerance.Kind == ToleranceKind.Agrees ? "off"
        : tolerance.Kind == ToleranceKind.Above == tolerance.Apart >= 0 ? "above"
        : "below";

    /// <summary>To as many digits as tell the two apart.</summary>
    private static (string Apart, string Limit) Told(double apart, double limit)
    {
        var digits = Fewest;
        while (digits < Most && Numbers.Significant(apart, digits) == Numbers.Significant(limit, digits))
        {
            digits++;
        }

        return (Numbers.Significant(apart, digits), Numbers.Significant(limit, digits));
    }

    private static string Code(string formula) => $"<code>{Html.Escape(formula)}</code>";
}
