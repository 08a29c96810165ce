using CsCheck;
using Recto.Experiments.Data;
using Xunit;

namespace Recto.Tests.Data;

public static class PrincipalComponentsTests
{
    /// <summary>Points spread three times as far along one diagonal as across it.</summary>
    [Fact]
    public static void The_axes_are_where_points_spread_most()
    {
        float[] points = [4, 4, -2, -2, 2, 0, 0, 2]; // mean (1, 1); ±3(1, 1) and ±(1, −1)
        var components = PrincipalComponents.Of(points, 2, 1);
        Assert.Equal([1f, 1f], components.Mean);
        Assert.All(components.Axes, a => Assert.Equal(Math.Sqrt(0.5), a, 1e-6));
        Assert.Equal(0.9, components.Share, 1e-9);
        Assert.Equal(3 * Math.Sqrt(2), components.Project([4, 4])[0], 1e-6);
    }

    [Fact]
    public static void Eigenvectors_are_orthonormal_and_solve_their_equation() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 4], Gen.Int[0, 1000])
            .Sample(
                (size, wanted, seed) =>
                {
                    var count = Math.Min(size, wanted);
                    var matrix = Gram(size, seed);
                    var (values, vectors) = SymmetricEigen.Largest(matrix, size, count);
                    var all = SymmetricEigen.Jacobi(matrix, size).Values;
                    for (var k = 0; k < count; k++)
                    {
                        Assert.Equal(all[k], values[k], 1e-9 * all[0]);
                        for (var i = 0; i < size; i++)
                        {
                            var row = Enumerable.Range(0, size).Sum(j => matrix[i * size + j] * vectors[k * size + j]);
                            Assert.Equal(values[k] * vectors[k * size + i], row, 1e-5 * all[0]);
                        }
                        for (var l = 0; l <= k; l++)
                        {
                            var dot = Enumerable.Range(0, size).Sum(j => vectors[k * size + j] * vectors[l * size + j]);
                            Assert.Equal(k == l ? 1 : 0, dot, 1e-12);
                        }
                    }
                },
                iter: 30
            );

    [Fact]
    public static void A_matrix_of_two_has_the_eigenvalues_of_the_textbook()
    {
        var (values, vectors) = SymmetricEigen.Jacobi([2, 1, 1, 2], 2);
        Assert.Equal([3.0, 1.0], values.Select(v => Math.Round(v, 12)));
        Assert.All(vectors, v => Assert.Equal(Math.Sqrt(0.5), Math.Abs(v), 1e-12));
    }

    [Fact]
    public static void Points_that_do_not_spread_have_no_axes_but_their_mean()
    {
        var components = PrincipalComponents.Of([3, 5, 3, 5], 2, 2);
        Assert.Equal([3f, 5f], components.Mean);
        Assert.Equal([0f, 0f], components.Project([3, 5]));
    }

    private static double[] Gram(int size, int seed)
    {
        var random = new RandomSource(seed, "test");
        var rows = new float[size * size];
        random.Normal(rows);
        var gram = new double[size * size];
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
        for (var k = 0; k < size; k++)
            gram[i * size + j] += rows[k * size + i] * (double)rows[k * size + j];
        return gram;
    }
}
