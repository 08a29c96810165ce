using CsCheck;
using Recto.Experiments.Contract;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Training;

public static class LossesTests
{
    private static readonly Gen<(float[] Y, float[] T)> Pairs =
        from length in Gen.Int[1, 3000]
        from y in Gen.Float[0.001f, 0.999f].Array[length]
        from t in Gen.Float[0, 1].Array[length]
        select (y, t);

    [Fact]
    public static void The_squared_error_is_its_closed_form() =>
        Pairs.Sample(
            p => Assert.Equal(p.Y.Zip(p.T, (y, t) => Math.Pow(y - (double)t, 2)).Average(), Mean(Loss.Mse, p), 1e-6),
            iter: 20
        );

    [Fact]
    public static void Cross_entropy_is_its_closed_form() =>
        Pairs.Sample(
            p =>
                Assert.Equal(
                    p.Y.Zip(p.T, (y, t) => -t * Math.Log(y) - (1 - t) * Math.Log(1 - (double)y)).Average(),
                    Mean(Loss.Bce, p),
                    1e-5
                ),
            iter: 20
        );

    [Fact]
    public static void A_perfect_output_costs_nothing()
    {
        Assert.Equal(0, Mean(Loss.Mse, ([0, 0.5f, 1], [0, 0.5f, 1])));
        Assert.Equal(0, Mean(Loss.Bce, ([0, 1], [0, 1])), 1e-6);
    }

    [Fact]
    public static void A_wrong_and_certain_output_costs_much_but_not_infinity() =>
        Assert.Equal(-Math.Log(1e-7), Mean(Loss.Bce, ([0], [1])), 0.01);

    [Fact]
    public static void A_loss_that_is_no_number_stays_none() =>
        Assert.True(double.IsNaN(Mean(Loss.Mse, ([float.NaN, 0], [0, 0]))));

    /// <summary>One-hot targets, as labels are.</summary>
    [Fact]
    public static void Categorical_cross_entropy_is_the_logarithm_of_the_right_class_s_share() =>
        Assert.Equal(
            -Math.Log(0.7) - Math.Log(0.1),
            Losses.Sum(Loss.Cce, [0.1f, 0.7f, 0.2f, 0.1f, 0.8f, 0.1f], [0, 1, 0, 1, 0, 0]),
            1e-6
        );

    [Fact]
    public static void The_sum_is_the_same_with_and_without_a_gradient() =>
        Pairs.Sample(
            p =>
                Losses.Sum(Loss.Bce, p.Y, p.T)
                == Losses.SumAndGradient(Loss.Bce, Activation.Sigmoid, p.Y, p.T, new float[p.Y.Length], 1),
            iter: 20
        );

    private static double Mean(Loss loss, (float[] Y, float[] T) p) => Losses.Sum(loss, p.Y, p.T) / p.Y.Length;
}
