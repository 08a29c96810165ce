using System.Runtime.Intrinsics;
using Recto.Experiments.Data;
using Xunit;

namespace Recto.Tests.Data;

public static class VectorMathTests
{
    [Fact]
    public static void Exponentials_agree_with_double_precision() =>
        Agree(VectorMath.Exp, Math.Exp, Range(-80, 80), relative: 3e-7);

    [Fact]
    public static void Logarithms_agree_with_double_precision() =>
        Agree(VectorMath.Log, Math.Log, [.. Range(1e-7f, 4), .. Range(4, 1e6f)], relative: 3e-7, absolute: 1e-8);

    [Fact]
    public static void Hyperbolic_tangents_agree_with_double_precision() =>
        Agree(VectorMath.Tanh, Math.Tanh, [.. Range(-12, 12), .. Range(-1, 1)], relative: 3e-7, absolute: 1e-10);

    [Fact]
    public static void Sigmoids_agree_with_double_precision() =>
        Agree(VectorMath.Sigmoid, x => 1 / (1 + Math.Exp(-x)), Range(-60, 60), relative: 5e-7);

    [Fact]
    public static void Cosines_and_sines_agree_with_double_precision()
    {
        Agree(x => VectorMath.CosSin(x).Cos, x => Math.Cos(2 * Math.PI * x), Range(0, 1), 0, absolute: 3e-7);
        Agree(x => VectorMath.CosSin(x).Sin, x => Math.Sin(2 * Math.PI * x), Range(0, 1), 0, absolute: 3e-7);
    }

    [Theory]
    [InlineData(float.NegativeInfinity, -1)]
    [InlineData(-100, -1)]
    [InlineData(0, 0)]
    [InlineData(100, 1)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NaN, float.NaN)]
    public static void Far_out_the_tangent_stays_in_bounds(float x, float expected) =>
        Assert.Equal(expected, VectorMath.Tanh(Vector256.Create(x)).ToScalar());

    private static void Agree(
        Func<Vector256<float>, Vector256<float>> ours,
        Func<double, double> exact,
        IReadOnlyList<float> arguments,
        double relative,
        double absolute = 0
    ) =>
        Assert.All(
            arguments,
            x =>
            {
                var expected = exact(x);
                var error = Math.Abs(ours(Vector256.Create(x)).ToScalar() - expected);
                Assert.True(error <= relative * Math.Abs(expected) + absolute, $"f({x}) is off by {error}");
            }
        );

    private static float[] Range(float from, float to) =>
        [.. Enumerable.Range(0, 5000).Select(i => from + (to - from) * i / 5000)];
}
