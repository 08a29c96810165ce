using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recto.Experiments.Data;

/// <summary>The directions in which points vary most, from most on.</summary>
/// <param name="Mean">[size].</param>
/// <param name="Axes">[components × size], orthonormal rows; the largest entry of each is positive.</param>
/// <param name="Share">Part of all variance along these axes, 0 to 1.</param>
public sealed record PrincipalComponents(float[] Mean, float[] Axes, double Share)
{
    /// <summary>Doubles throughout, in a fixed order, without any system's maths library.</summary>
    /// <param name="points">[points × size].</param>
    public static PrincipalComponents Of(ReadOnlySpan<float> points, int size, int components)
    {
        var (mean, covariance) = Moments(points, size);
        var (values, vectors) = SymmetricEigen.Largest(covariance, size, components);
        for (var k = 0; k < components; k++)
            Orient(vectors.AsSpan(k * size, size));
        var total = 0.0;
        for (var i = 0; i < size; i++)
            total += covariance[i * size + i];
        return new PrincipalComponents(
            [.. mean.Select(m => (float)m)],
            [.. vectors.Select(v => (float)v)],
            total > 0 ? values.Sum() / total : 1
        );
    }

    /// <summary>Coordinates of a point along the axes.</summary>
    public float[] Project(ReadOnlySpan<float> point)
    {
        var coordinates = new float[Axes.Length / Mean.Length];
        for (var k = 0; k < coordinates.Length; k++)
        {
            var sum = 0.0;
            for (var i = 0; i < Mean.Length; i++)
                sum += (point[i] - (double)Mean[i]) * Axes[k * Mean.Length + i];
            coordinates[k] = (float)sum;
        }
        return coordinates;
    }

    private static (double[] Mean, double[] Covariance) Moments(ReadOnlySpan<float> points, int size)
    {
        var count = points.Length / size;
        var (mean, covariance, row) = (new double[size], new double[size * size], new double[size]);
        for (var p = 0; p < count; p++)
        for (var i = 0; i < size; i++)
            mean[i] += points[p * size + i];
        for (var i = 0; i < size; i++)
            mean[i] /= count;
        for (var p = 0; p < count; p++)
        {
            for (var i = 0; i < size; i++)
                row[i] = points[p * size + i] - mean[i];
            for (var i = 0; i < size; i++)
                AddScaled(covariance.AsSpan(i * size + i, size - i), row[i], row.AsSpan(i));
        }
        for (var i = 0; i < size; i++)
        for (var j = i; j < size; j++)
            covariance[i * size + j] = covariance[j * size + i] = covariance[i * size + j] / count;
        return (mean, covariance);
    }

    private static void AddScaled(Span<double> to, double factor, ReadOnlySpan<double> row)
    {
        ref var y = ref MemoryMarshal.GetReference(to);
        ref var x = ref MemoryMarshal.GetReference(row);
        var i = 0;
        for (; i <= to.Length - 4; i += 4)
            Vector256
                .FusedMultiplyAdd(
                    Vector256.Create(factor),
                    Vector256.LoadUnsafe(ref x, (nuint)i),
                    Vector256.LoadUnsafe(ref y, (nuint)i)
                )
                .StoreUnsafe(ref y, (nuint)i);
        for (; i < to.Length; i++)
            to[i] = Math.FusedMultiplyAdd(factor, row[i], to[i]);
    }

    /// <summary>An axis has two directions; the one whose largest entry is positive is taken.</summary>
    private static void Orient(Span<double> axis)
    {
        var largest = 0.0;
        foreach (var value in axis)
            if (Math.Abs(value) > Math.Abs(largest))
                largest = value;
        if (largest >= 0)
            return;
        foreach (ref var value in axis)
            value = -value;
    }
}
