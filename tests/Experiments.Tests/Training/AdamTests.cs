using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Training;

public static class AdamTests
{
    private static readonly OptimizerSpec Keras = Specs.Strokes.Optimizer!;

    /// <summary>Whatever the gradient's size, the first step is the rate against its sign, but for ε.</summary>
    [Fact]
    public static void The_first_step_is_as_long_as_the_rate()
    {
        var parameter = Parameter.Vector("w", 3);
        new[] { 5f, -0.01f, 0f }.CopyTo(parameter.Gradient.Span);
        new Adam(Keras, [parameter]).Step();
        Assert.Equal(-0.001, parameter.Value.Span[0], 1e-8);
        Assert.Equal(0.001, parameter.Value.Span[1], 1e-6);
        Assert.Equal(0, parameter.Value.Span[2]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(37)]
    public static void A_hundred_steps_follow_the_formula(int length)
    {
        var parameter = Parameter.Vector("w", length);
        var random = new RandomSource(1, "test");
        var adam = new Adam(Keras, [parameter]);
        var reference = new Reference(length);
        for (var step = 0; step < 100; step++)
        {
            random.Normal(parameter.Gradient.Span);
            reference.Step(parameter.Gradient.Span);
            adam.Step();
        }
        Assert.All(reference.Weights.Zip(parameter.Value.Span.ToArray()), p => Assert.Equal(p.First, p.Second, 1e-6));
    }

    /// <summary>The paper's algorithm number by number, in doubles, with α and ε as Keras has them.</summary>
    private sealed class Reference(int length)
    {
        private readonly double[] m = new double[length];
        private readonly double[] v = new double[length];
        private int t;

        public double[] Weights { get; } = new double[length];

        public void Step(ReadOnlySpan<float> gradient)
        {
            t++;
            var rate = 0.001 * Math.Sqrt(1 - Math.Pow(0.999, t)) / (1 - Math.Pow(0.9, t));
            for (var i = 0; i < length; i++)
            {
                m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                Weights[i] -= rate * m[i] / (Math.Sqrt(v[i]) + 1e-7);
            }
        }
    }
}
