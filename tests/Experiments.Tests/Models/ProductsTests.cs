using CsCheck;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Xunit;

namespace Recto.Tests.Models;

/// <summary>The fast ways against the plain ones.</summary>
public static class ProductsTests
{
    [Fact]
    public static void Few_rows_or_columns_give_the_same_products() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 6], Gen.Int[1, 90], Gen.Bool)
            .Sample(
                (batch, few, many, areRows) =>
                {
                    var (m, n) = areRows ? (few, many) : (many, few);
                    var weight = Parameter.Matrix("w", m, n);
                    var (x, y) = (new Matrix(batch, n), new Matrix(batch, m));
                    var random = new RandomSource(batch, "test");
                    foreach (var matrix in new[] { weight.Value, weight.Gradient, x, y })
                        random.Normal(matrix.Span);
                    var map = new LinearMap(weight);
                    map.Begin();

                    var product = new Matrix(batch, m);
                    map.Project(x, product);
                    AssertClose(product, (i, j) => Sum(n, k => x.Row(i)[k] * (double)weight.Value.Row(j)[k]));
                    var back = new Matrix(batch, n);
                    map.Spread(y, back);
                    AssertClose(back, (i, j) => Sum(m, k => y.Row(i)[k] * (double)weight.Value.Row(k)[j]));
                    for (var times = 1; times <= 2; times++) // the first sets, the second adds
                    {
                        map.AddGradient(y, x);
                        AssertClose(
                            weight.Gradient,
                            (i, j) => times * Sum(batch, k => y.Row(k)[i] * (double)x.Row(k)[j])
                        );
                    }
                },
                iter: 60
            );

    [Fact]
    public static void A_part_of_a_matrix_lies_on_the_same_memory()
    {
        var matrix = new Matrix(3, 2);
        var part = matrix.Part(1, 2);
        new float[] { 1, 2, 3, 4 }.CopyTo(part.Span);
        Assert.Equal([0, 0, 1, 2, 3, 4], matrix.Span.ToArray());
        var product = new Matrix(1, 2);
        product.SetTimesTransposed(new Matrix(1, 2), part);
        part.Span[0] = 9;
        Assert.Equal(9, matrix.Row(1)[0]);
    }

    private static double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);

    private static void AssertClose(Matrix actual, Func<int, int, double> expected)
    {
        for (var i = 0; i < actual.Rows; i++)
        for (var j = 0; j < actual.Columns; j++)
            Assert.Equal(expected(i, j), actual.Row(i)[j], 2e-5);
    }
}
