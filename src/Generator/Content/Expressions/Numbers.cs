using System.Globalization;

namespace Recto.Content.Expressions;

/// <summary>The only place where measured numbers become text; the same in every culture and both languages.</summary>
public static class Numbers
{
    private const char Minus = '\u2212';
    private const string ThinSpace = "\u202F";

    /// <summary>Between a mean and its standard deviation; never broken over two lines.</summary>
    public const string PlusMinus = "\u202F±\u202F";

    /// <summary><c>-0.05</c> → <c>−0.05</c>; never a negative zero.</summary>
    public static string Fixed(double x, int digits)
    {
        var text = Math.Abs(x).ToString($"F{digits}", CultureInfo.InvariantCulture);
        return x < 0 && text.AsSpan().ContainsAnyExcept("0.") ? Minus + text : text;
    }

    /// <summary><c>60000</c> → <c>60 000</c>, with narrow no-break spaces.</summary>
    public static string Integer(double x)
    {
        var digits = Fixed(Math.Abs(x), 0);
        var groups = digits.Reverse().Chunk(3).Select(g => new string([.. g.Reverse()])).Reverse();
        return (x < 0 && digits != "0" ? $"{Minus}" : "") + string.Join(ThinSpace, groups);
    }

    /// <summary>A whole number as it is: <c>100</c>.</summary>
    public static string Whole(long x) => x.ToString(CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary><c>0.953</c> → <c>95.3%</c>.</summary>
    public static string Percent(double x, int digits) => Fixed(x * 100, digits) + "%";

    /// <summary>A ratio: <c>2.9</c> → <c>2.9×</c>.</summary>
    public static string Times(double x, int digits) => Fixed(x, digits) + "×";

    /// <summary><c>0.00012</c> → <c>1.2×10⁻⁴</c>.</summary>
    public static string Scientific(double x, int digits)
    {
        var parts = Math.Abs(x).ToString($"E{digits}", CultureInfo.InvariantCulture).Split('E');
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return $"{(x < 0 ? $"{Minus}" : "")}{parts[0]}×10{Raised(exponent)}";
    }

    /// <summary>To so many digits that are not leading zeros: <c>0.00012</c>.</summary>
    public static string Significant(double x, int digits) =>
        Fixed(x, x == 0 ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(x))), 0, 15));

    /// <summary>The number behind a value of an expression; null if it is none.</summary>
    internal static double? Of(object? value) =>
        value switch
        {
            int i => i,
            long l => l,
            double d => d,
            _ => null,
        };

    private static string Raised(int exponent)
    {
        var digits = exponent.ToString(CultureInfo.InvariantCulture);
        return string.Concat(digits.Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
    }
}
