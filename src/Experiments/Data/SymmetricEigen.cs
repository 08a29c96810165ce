namespace Recto.Experiments.Data;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices by additions, multiplications, divisions and roots alone.</summary>
public static class SymmetricEigen
{
    private const int Guard = 8; // directions beyond those asked for, which make the others settle sooner
    private const int MostIterations = 2000;

    /// <summary>The largest eigenvalues, in order, and their unit vectors as rows [count × size].</summary>
    /// <remarks>Subspace iteration with Rayleigh-Ritz steps (Saad, 2011, algorithm 5.2).</remarks>
    /// <param name="matrix">[size × size], positive semidefinite.</param>
    public static (double[] Values, double[] Vectors) Largest(double[] matrix, int size, int count)
    {
        var width = Math.Min(count + Guard, size);
        var basis = new double[width * size];
        var random = new RandomSource(0, "eigenvectors");
        for (var i = 0; i < basis.Length; i++)
            basis[i] = random.NextUnit() - 0.5;
        var before = new double[width];
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            Orthonormalize(basis, size);
            var image = Times(matrix, basis, size);
            var (values, rotation) = Jacobi(Products(basis, image, size), width);
            basis = Rotate(rotation, image, size);
            if (HasSettled(before, values, count))
                break;
            before = values;
        }
        Orthonormalize(basis, size);
        return (before[..count], basis[..(count * size)]);
    }

    private static bool HasSettled(double[] before, double[] now, int count)
    {
        for (var k = 0; k < count; k++)
            if (Math.Abs(now[k] - before[k]) > 1e-15 * now[0])
                return false;
        return true;
    }

    /// <summary>Gram and Schmidt, twice, since once is not enough.</summary>
    private static void Orthonormalize(double[] rows, int size)
    {
        for (var i = 0; i < rows.Length / size; i++)
        {
            var row = rows.AsSpan(i * size, size);
            for (var j = 0; j < 2 * i; j++)
            {
                var other = rows.AsSpan(j % i * size, size);
                var dot = Dot(row, other);
                for (var k = 0; k < size; k++)
                    row[k] -= dot * other[k];
            }
            var length = Math.Sqrt(Dot(row, row));
            for (var k = 0; k < size; k++)
                row[k] = length > 0 ? row[k] / length : 0;
        }
    }

    private static double[] Times(double[] matrix, double[] rows, int size)
    {
        var image = new double[rows.Length];
        for (var i = 0; i < rows.Length / size; i++)
        for (var j = 0; j < size; j++)
            image[i * size + j] = Dot(matrix.AsSpan(j * size, size), rows.AsSpan(i * size, size));
        return image;
    }

    private static double[] Products(double[] a, double[] b, int size)
    {
        var width = a.Length / size;
        var products = new double[width * width];
        for (var i = 0; i < width; i++)
        for (var j = 0; j <= i; j++)
            products[i * width + j] = products[j * width + i] = Dot(a.AsSpan(i * size, size), b.AsSpan(j * size, size));
        return products;
    }

    private static double[] Rotate(double[] rotation, double[] rows, int size)
    {
        var width = rows.Length / size;
        var rotated = new double[rows.Length];
        for (var i = 0; i < width; i++)
        for (var j = 0; j < width; j++)
        for (var k = 0; k < size; k++)
            rotated[i * size + k] += rotation[i * width + j] * rows[j * size + k];
        return rotated;
    }

    /// <summary>All eigenvalues of a small matrix, largest first, and their vectors as rows: cyclic Jacobi rotations.</summary>
    public static (double[] Values, double[] Vectors) Jacobi(double[] matrix, int size)
    {
        var a = (double[])matrix.Clone();
        var v = new double[size * size];
        for (var i = 0; i < size; i++)
            v[i * size + i] = 1;
        for (var sweep = 0; sweep < 30; sweep++)
        for (var p = 0; p < size; p++)
        for (var q = p + 1; q < size; q++)
            Annihilate(a, v, size, p, q);
        var order = Enumerable.Range(0, size).OrderByDescending(i => a[i * size + i]).ToArray();
        return ([.. order.Select(i => a[i * size + i])], [.. order.SelectMany(i => v[(i * size)..((i + 1) * size)])]);
    }

    /// <summary>Turns rows and columns p and q so that their common entry is zero.</summary>
    private static void Annihilate(double[] a, double[] v, int size, int p, int q)
    {
        var off = a[p * size + q];
        if (off == 0)
            return;
        var theta = (a[q * size + q] - a[p * size + p]) / (2 * off);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var c = 1 / Math.Sqrt(t * t + 1);
        var s = t * c;
        for (var k = 0; k < size; k++)
            (a[k * size + p], a[k * size + q]) = Turn(a[k * size + p], a[k * size + q]);
        for (var k = 0; k < size; k++)
        {
            (a[p * size + k], a[q * size + k]) = Turn(a[p * size + k], a[q * size + k]);
            (v[p * size + k], v[q * size + k]) = Turn(v[p * size + k], v[q * size + k]);
        }
        a[p * size + q] = a[q * size + p] = 0;

        (double, double) Turn(double x, double y) => (c * x - s * y, s * x + c * y);
    }

    /// <summary>Four sums side by side: the order of additions is part of the result.</summary>
    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0);
        var i = 0;
        for (; i <= x.Length - 4; i += 4)
        {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.Length; i++)
            s0 += x[i] * y[i];
        return s0 + s1 + (s2 + s3);
    }
}
