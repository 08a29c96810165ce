using CsCheck;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Xunit;

namespace Recto.Tests.Models;

/// <summary>The fast convolution against its formula, over all sizes.</summary>
public static class ConvTests
{
    [Fact]
    public static void The_fast_one_agrees_with_the_plain_one() =>
        Gen.Select(Gen.Int[1, 17], Gen.Int[1, 16], Gen.Int[1, 18], Gen.Int[1, 26], Gen.Int[0, 2])
            .Sample(
                (height, width, ins, outs, reach) =>
                {
                    var conv = Layer([height, width, ins], outs, 2 * reach + 1);
                    var (x, y) = (new Matrix(2, conv.Inputs), new Matrix(2, conv.Outputs));
                    new RandomSource(2, "x").Normal(x.Span);
                    conv.Begin();
                    conv.Forward(x, y, null);
                    for (var i = 0; i < 2; i++)
                        Assert.All(
                            Plain(conv, x.Row(i).ToArray(), reach).Zip(y.Row(i).ToArray()),
                            p => Assert.Equal(p.First, p.Second, 1e-4)
                        );
                },
                iter: 60
            );

    /// <summary>y is linear in x and in W, so the way back is the way forward turned round: ⟨a, W∗x⟩ = ⟨Wᵀ∗a, x⟩ = ⟨∂W, W⟩.</summary>
    [Fact]
    public static void The_way_back_is_the_adjoint_of_the_way_forward() =>
        Gen.Select(Gen.Int[1, 17], Gen.Int[1, 16], Gen.Int[1, 18], Gen.Int[1, 26], Gen.Int[0, 2])
            .Sample(
                (height, width, ins, outs, reach) =>
                {
                    var conv = Layer([height, width, ins], outs, 2 * reach + 1);
                    conv.Bias.Value.Span.Clear();
                    var (x, y) = (new Matrix(2, conv.Inputs), new Matrix(2, conv.Outputs));
                    var (a, below) = (new Matrix(2, conv.Outputs), new Matrix(2, conv.Inputs));
                    new RandomSource(2, "x").Normal(x.Span);
                    new RandomSource(2, "a").Normal(a.Span);
                    conv.Begin();
                    conv.Forward(x, y, null);
                    conv.Backward(x, y, a, below);
                    var expected = Dot(a, y);
                    var scale = 1e-4 * Math.Sqrt(Dot(a, a) * Dot(y, y)) + 1e-4;
                    Assert.Equal(expected, Dot(below, x), scale);
                    Assert.Equal(expected, Dot(conv.Weight.Gradient, conv.Weight.Value), scale);
                    for (var c = 0; c < outs; c++)
                        Assert.Equal(
                            a.Span.ToArray().Where((_, i) => i % outs == c).Sum(v => (double)v),
                            conv.Bias.Gradient.Span[c],
                            1e-3
                        );
                },
                iter: 60
            );

    [Fact]
    public static void Of_equal_values_in_a_square_the_first_gets_the_gradient()
    {
        var pool = new Pool("p", "encoder", [2, 2, 9], new LayerSpec { Kind = LayerKind.Pool, Size = 2 });
        var (x, y) = (new Matrix(1, 36), new Matrix(1, 9));
        var (a, below) = (new Matrix(1, 9), new Matrix(1, 36));
        a.Span.Fill(3);
        pool.Forward(x, y, null);
        pool.Backward(x, y, a, below);
        Assert.Equal([.. Enumerable.Repeat(3f, 9), .. new float[27]], below.Span.ToArray());
    }

    private static Conv Layer(int[] input, int channels, int kernel)
    {
        var conv = new Conv(
            "c",
            "encoder",
            input,
            new LayerSpec
            {
                Kind = LayerKind.Conv,
                Channels = channels,
                Kernel = kernel,
                Activation = Activation.Linear,
            }
        );
        new RandomSource(1, "w").Normal(conv.Weight.Value.Span);
        new RandomSource(1, "b").Normal(conv.Bias.Value.Span);
        return conv;
    }

    private static IEnumerable<double> Plain(Conv conv, float[] x, int reach)
    {
        var (height, width, ins, outs) = (
            conv.InputShape[0],
            conv.InputShape[1],
            conv.InputShape[2],
            conv.OutputShape[2]
        );
        var (weight, bias) = (conv.Weight.Value.Span.ToArray(), conv.Bias.Value.Span.ToArray());
        for (var row = 0; row < height; row++)
        for (var column = 0; column < width; column++)
        for (var o = 0; o < outs; o++)
        {
            double sum = bias[o];
            for (var dy = -reach; dy <= reach; dy++)
            for (var dx = -reach; dx <= reach; dx++)
            for (var i = 0; i < ins; i++)
                if (row + dy >= 0 && row + dy < height && column + dx >= 0 && column + dx < width)
                    sum +=
                        x[((row + dy) * width + column + dx) * ins + i]
                        * (double)weight[(((dy + reach) * (2 * reach + 1) + dx + reach) * ins + i) * outs + o];
            yield return sum;
        }
    }

    private static double Dot(Matrix a, Matrix b) =>
        a.Span.ToArray().Zip(b.Span.ToArray(), (x, y) => (double)x * y).Sum();
}
