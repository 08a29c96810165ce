using Recto.Experiments.Artifacts;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Xunit;

namespace Recto.Tests.Artifacts;

public static class MeasuresTests
{
    [Fact]
    public static void Codes_on_an_axis_are_counted() =>
        Assert.Equal(0.5, Metrics.ShareOnAxis([0, 1, 1, 1, 1, -1e-7f, 2, 2], 2));

    [Theory]
    [InlineData(new float[] { 3, 0, 0, 0, 3, 0 }, 0)] // orthogonal, equally long
    [InlineData(new float[] { 1, 2, 3, 1, 2, 3 }, 0.70710678)] // the same twice: √(1 − ½)
    [InlineData(new float[] { 3, 0, 0, 0, 1, 0 }, 0.62469505)] // G = diag(9, 1): √(1 − 50/82)
    public static void Filters_are_orthogonal_or_not(float[] weight, double expected) =>
        Assert.Equal(expected, Filters.Orthogonality(Rows(weight, 2)), 1e-7);

    [Theory]
    [InlineData(new float[] { 1, 1, 1, 1, 1, 1 }, 0)]
    [InlineData(new float[] { 1, -1, 1, -1, 1, -1 }, 28 / 6.0)] // a chessboard of 2×3: 7 pairs, 4 each
    [InlineData(new float[] { 1, 0, 0, 0, 0, 0 }, 2)] // a corner: two neighbours
    public static void Filters_are_rough_or_smooth(float[] weight, double expected) =>
        Assert.Equal(expected, Filters.Roughness(Rows(weight, 1), width: 3), 1e-12);

    [Fact]
    public static void Noise_is_as_rough_as_its_neighbours_are_many()
    {
        var noise = new Matrix(50, 784);
        new RandomSource(1, "test").Normal(noise.Span);
        Assert.Equal(4 * 27 / 28.0, Filters.Roughness(noise, 28), 0.02);
    }

    [Fact]
    public static void Codes_of_the_same_form_are_alike_wherever_they_lie()
    {
        var a = new float[2000];
        new RandomSource(1, "test").Normal(a);
        var b = new float[2000];
        for (var i = 0; i < 2000; i += 2) // mirrored, turned by a quarter, doubled, shifted
            (b[i], b[i + 1]) = (2 * a[i + 1] + 7, 2 * a[i] - 3);
        Assert.Equal(1, Procrustes.Likeness(a, b, 2), 1e-6);
        var c = new float[2000];
        new RandomSource(2, "test").Normal(c);
        Assert.InRange(Procrustes.Likeness(a, c, 2), 0, 0.02);
        Assert.Equal(Procrustes.Likeness(a, c, 2), Procrustes.Likeness(c, a, 2), 1e-12);
    }

    private static Matrix Rows(float[] values, int rows)
    {
        var matrix = new Matrix(rows, values.Length / rows);
        values.CopyTo(matrix.Span);
        return matrix;
    }
}
