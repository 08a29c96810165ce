using System.Globalization;

namespace Recto.Figures;

/// <summary>A range of values with the marks of an axis, linear or logarithmic.</summary>
/// <param name="Marks">Ascending, each with its label.</param>
public sealed record Axis(bool IsLog, double First, double Last, IReadOnlyList<(double Value, string Label)> Marks)
{
    /// <summary>Of values that were chosen: each is marked itself.</summary>
    public static Axis Of(IReadOnlyList<double> values, bool isLog)
    {
        var (low, high) = Apart(values.Min(), values.Max(), isLog);
        return new(isLog, low, high, [.. values.Distinct().Order().Select(v => (v, Text(v)))]);
    }

    /// <summary>Of values that were measured: round ones are marked, of which the first and last enclose them.</summary>
    public static Axis Around(double low, double high, int most, bool isLog)
    {
        (low, high) = Apart(low, high, isLog);
        if (!isLog)
        {
            var ticks = Ticks.Around(low, high, most);
            return new(false, ticks.First, ticks.Last, [.. ticks.Values.Select(v => (v, ticks.Label(v)))]);
        }

        var marks = Rounds.Select(r => Enclosing(low, high, r)).FirstOrDefault(m => m.Count <= most);
        marks ??= Decades(low, high, most);
        return new(true, marks[0], marks[^1], [.. marks.Select(v => (v, Text(v)))]);
    }

    /// <summary>Where a value lies on it, from 0 to 1.</summary>
    public double At(double value) => (Scaled(value) - Scaled(First)) / (Scaled(Last) - Scaled(First));

    private double Scaled(double value) => IsLog ? Math.Log10(value) : value;

    /// <summary>From close to wide.</summary>
    private static IReadOnlyList<IReadOnlyList<double>> Rounds { get; } =
    [
        [1, 1.5, 2, 3, 4, 5, 6, 8],
        [1, 2, 3, 5],
        [1, 2, 5],
        [1, 3],
        [1],
    ];

    private static List<double> Enclosing(double low, double high, IReadOnlyList<double> rounds)
    {
        var (from, to) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Floor(Math.Log10(high)) + 1);
        var all = Enumerable
            .Range(from, to - from + 1)
            .SelectMany(power => rounds.Select(r => Power(r, power)))
            .ToList();
        var first = Math.Max(0, all.FindLastIndex(v => v <= low * (1 + 1e-9)));
        var last = all.FindIndex(v => v >= high * (1 - 1e-9));
        return all[first..((last < 0 ? all.Count - 1 : last) + 1)];
    }

    /// <summary>Every second power of ten, or every third, …</summary>
    private static List<double> Decades(double low, double high, int most)
    {
        var (from, to) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        var step = (to - from + most - 2) / (most - 1);
        return [.. Enumerable.Range(0, (to - from + step - 1) / step + 1).Select(i => Power(1, from + i * step))];
    }

    /// <summary>As it would be typed, so that 0.3 is 0.3.</summary>
    private static double Power(double round, int power) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{round}e{power}"), CultureInfo.InvariantCulture);

    /// <summary>An axis needs a range, also where all values are one.</summary>
    private static (double Low, double High) Apart(double low, double high, bool isLog) =>
        high > low ? (low, high)
        : isLog ? (low / 2, high * 2)
        : (low - Math.Max(Math.Abs(low), 1e-3) / 2, high + Math.Max(Math.Abs(high), 1e-3) / 2);

    private static string Text(double value) =>
        value
            .ToString(Math.Abs(value) is >= 1e-4 and < 1e6 or 0 ? "0.######" : "0.##e0", CultureInfo.InvariantCulture)
            .Replace('-', '−');
}
