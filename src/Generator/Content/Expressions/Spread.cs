namespace Recto.Content.Expressions;

/// <summary>What several seeds say of a value, and how far apart two values must be before chance is ruled out.</summary>
public static class Spread
{
    /// <summary>Student's t at 97.5 %, for 1 to 10 degrees of freedom.</summary>
    private static readonly double[] Small =
    [
        12.7062,
        4.3027,
        3.1824,
        2.7764,
        2.5706,
        2.4469,
        2.3646,
        2.3060,
        2.2622,
        2.2281,
    ];

    public static double Mean(IReadOnlyList<double> values) => values.Average();

    /// <summary>Standard deviation of a sample: the sum of squares over n − 1.</summary>
    public static double Deviation(IReadOnlyList<double> values)
    {
        var mean = Mean(values);
        return Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (values.Count - 1));
    }

    /// <summary>95 % prediction interval for one more run, as the distance from the mean: t·s·√(1 + 1/n).</summary>
    /// <remarks>NIST/SEMATECH e-Handbook of Statistical Methods, section on prediction intervals; Hahn and Meeker, 1991.</remarks>
    public static double Prediction(IReadOnlyList<double> values) =>
        Student(values.Count - 1) * Deviation(values) * Math.Sqrt(1 + 1.0 / values.Count);

    /// <summary>The difference of two means from which on one is above the other: t·√(s₁²/n₁ + s₂²/n₂), 97.5 % one-sided.</summary>
    /// <remarks>Welch, Biometrika 34 (1947), with his degrees of freedom rounded down; variances need not be alike.</remarks>
    public static double Welch(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var (first, second) = (SquaredError(a), SquaredError(b));
        var both = first + second;
        if (both == 0)
        {
            return 0;
        }

        var freedom = both * both / (first * first / (a.Count - 1) + second * second / (b.Count - 1));
        return Student((int)freedom) * Math.Sqrt(both);
    }

    /// <summary>Student's t at 97.5 %; beyond the table its expansion in 1/ν, right to three decimals.</summary>
    public static double Student(int freedom)
    {
        if (freedom <= Small.Length)
        {
            return Small[Math.Max(freedom, 1) - 1];
        }

        const double Z = 1.959964;
        const double Z3 = Z * Z * Z;
        const double Z5 = Z3 * Z * Z;
        const double Z7 = Z5 * Z * Z;
        double[] terms = [(Z3 + Z) / 4, (5 * Z5 + 16 * Z3 + 3 * Z) / 96, (3 * Z7 + 19 * Z5 + 17 * Z3 - 15 * Z) / 384];
        return Z + terms.Select((term, i) => term / Math.Pow(freedom, i + 1)).Sum();
    }

    /// <summary>Of the mean.</summary>
    private static double SquaredError(IReadOnlyList<double> values) =>
        Deviation(values) * Deviation(values) / values.Count;
}
