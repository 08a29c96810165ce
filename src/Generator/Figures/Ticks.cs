using System.Globalization;

namespace Recto.Figures;

/// <summary>A few round values that an axis is marked with.</summary>
/// <param name="Step">1, 2 or 5 times a power of ten.</param>
/// <param name="Values">Multiples of the step, ascending.</param>
public sealed record Ticks(double Step, IReadOnlyList<double> Values)
{
    public double First => Values[0];

    public double Last => Values[^1];

    /// <summary>Round values inside a range, at most <paramref name="most"/>.</summary>
    public static Ticks Inside(double low, double high, int most) => Round(low, high, most, covering: false);

    /// <summary>Round values of which the first and last enclose the range, at most <paramref name="most"/>.</summary>
    public static Ticks Around(double low, double high, int most) => Round(low, high, most, covering: true);

    /// <summary>Digits as the step needs them, a true minus.</summary>
    public string Label(double value)
    {
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));
        return value
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace('-', '−');
    }

    private static Ticks Round(double low, double high, int most, bool covering)
    {
        foreach (var step in Steps((high - low) / most))
        {
            // The tolerance keeps a bound that is itself a multiple, in spite of rounding.
            var first = covering ? Math.Floor(low / step + 1e-9) : Math.Ceiling(low / step - 1e-9);
            var last = covering ? Math.Ceiling(high / step - 1e-9) : Math.Floor(high / step + 1e-9);
            var count = (int)(last - first) + 1;
            if (count <= most)
            {
                return new Ticks(step, [.. Enumerable.Range(0, count).Select(i => Exactly((first + i) * step))]);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(high), "an axis needs a range");
    }

    private static IEnumerable<double> Steps(double atLeast)
    {
        var power = Math.Floor(Math.Log10(atLeast));
        for (var p = power; p <= power + 2; p++)
        {
            yield return Math.Pow(10, p);
            yield return 2 * Math.Pow(10, p);
            yield return 5 * Math.Pow(10, p);
        }
    }

    /// <summary>0.30000000000000004 is meant to be 0.3, and −0 to be 0.</summary>
    private static double Exactly(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;
}
