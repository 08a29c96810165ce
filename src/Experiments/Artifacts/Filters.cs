using Recto.Experiments.Models;

namespace Recto.Experiments.Artifacts;

/// <summary>What the weights of a first layer look like, a filter a unit.</summary>
public static class Filters
{
    /// <summary>
    /// How far the filters are from being orthogonal and equally long: ‖G − cI‖ / ‖G‖ (Frobenius) with the Gram matrix
    /// G = WWᵀ of the filters (WᵀW where they are columns) and the best multiple, c = tr G / n. 0 for an orthogonal
    /// matrix; at most √(1 − 1/n), for n filters that are all the same.
    /// </summary>
    /// <param name="weight">W [filters, pixels].</param>
    public static double Orthogonality(Matrix weight)
    {
        var count = weight.Rows;
        var (trace, squares) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        for (var j = 0; j <= i; j++)
        {
            var dot = Dot(weight.Row(i), weight.Row(j));
            squares += (i == j ? 1 : 2) * dot * dot;
            trace += i == j ? dot : 0;
        }
        // ‖G − cI‖² = ‖G‖² − 2c tr G + nc² = ‖G‖² − (tr G)²/n
        return squares > 0 ? Math.Sqrt(Math.Max(0, squares - trace * trace / count) / squares) : 0;
    }

    /// <summary>
    /// Mean over filters of Σ (wₚ − w_q)² / Σ wₚ², the differences between neighbours in rows and columns: 0 for an even
    /// grey, about 4 for noise without any structure.
    /// </summary>
    /// <param name="weight">[filters, pixels].</param>
    /// <param name="width">Of the images.</param>
    public static double Roughness(Matrix weight, int width)
    {
        var sum = 0.0;
        for (var i = 0; i < weight.Rows; i++)
            sum += Roughness(weight.Row(i), width);
        return sum / weight.Rows;
    }

    private static double Roughness(ReadOnlySpan<float> filter, int width)
    {
        var (differences, energy) = (0.0, 0.0);
        for (var p = 0; p < filter.Length; p++)
        {
            energy += (double)filter[p] * filter[p];
            if ((p + 1) % width > 0)
                differences += Square(filter[p] - (double)filter[p + 1]);
            if (p + width < filter.Length)
                differences += Square(filter[p] - (double)filter[p + width]);
        }
        return energy > 0 ? differences / energy : 0;
    }

    private static double Square(double x) => x * x;

    private static double Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += (double)x[i] * y[i];
        return sum;
    }
}
