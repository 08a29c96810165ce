using Recto.Experiments.Data;

namespace Recto.Experiments.Artifacts;

/// <summary>How alike two sets of codes of the same images are, whatever their place, scale and orientation.</summary>
public static class Procrustes
{
    /// <summary>
    /// Share of the variance of one set that the other explains after the best shift, rotation or reflection, and
    /// scaling: (Σ σₖ)² / (‖A‖² ‖B‖²) with the singular values σₖ of AᵀB, both centred (Gower, 1975). 1 for sets of the
    /// same form, 0 for unrelated ones; the same whichever is fitted to which.
    /// </summary>
    /// <param name="a">[points × size].</param>
    /// <param name="b">[points × size].</param>
    public static double Likeness(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int size)
    {
        var (meanA, meanB) = (Mean(a, size), Mean(b, size));
        var product = new double[size * size];
        var (energyA, energyB) = (0.0, 0.0);
        for (var p = 0; p < a.Length; p += size)
        for (var i = 0; i < size; i++)
        {
            var x = a[p + i] - meanA[i];
            energyA += x * x;
            energyB += (b[p + i] - meanB[i]) * (b[p + i] - meanB[i]);
            for (var j = 0; j < size; j++)
                product[i * size + j] += x * (b[p + j] - meanB[j]);
        }
        var sum = SingularValues(product, size).Sum();
        return energyA > 0 && energyB > 0 ? sum * sum / (energyA * energyB) : 0;
    }

    private static double[] Mean(ReadOnlySpan<float> points, int size)
    {
        var mean = new double[size];
        for (var i = 0; i < points.Length; i++)
            mean[i % size] += points[i];
        for (var i = 0; i < size; i++)
            mean[i] /= points.Length / size;
        return mean;
    }

    /// <summary>Roots of the eigenvalues of MᵀM.</summary>
    private static IEnumerable<double> SingularValues(double[] m, int size)
    {
        var squares = new double[size * size];
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
        for (var k = 0; k < size; k++)
            squares[i * size + j] += m[k * size + i] * m[k * size + j];
        return SymmetricEigen.Jacobi(squares, size).Values.Select(v => Math.Sqrt(Math.Max(0, v)));
    }
}
