using CsCheck;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;
using Xunit;

namespace Recto.Tests.Models;

public static class ActivationsTests
{
    private static readonly Gen<float[]> Values = Gen.Float[-3, 3].Array[0, 40];

    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Sigmoid)]
    public static void Values_are_those_of_the_formula(Activation activation) =>
        Values.Sample(a =>
        {
            var y = (float[])a.Clone();
            Activations.Apply(activation, y);
            Assert.All(a.Zip(y), p => Assert.Equal(Exact(activation, p.First), p.Second, 1e-6));
        });

    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Sigmoid)]
    public static void Slopes_agree_with_numeric_differentiation(Activation activation) =>
        Values.Sample(a =>
        {
            const double H = 1e-6;
            var y = (float[])a.Clone();
            Activations.Apply(activation, y);
            var d = Enumerable.Repeat(2f, a.Length).ToArray();
            Activations.MultiplySlope(activation, y, d);
            for (var i = 0; i < a.Length; i++)
                if (activation is not Activation.Relu || Math.Abs(a[i]) > H) // relu has no slope at 0
                    Assert.Equal((Exact(activation, a[i] + H) - Exact(activation, a[i] - H)) / H, d[i], 1e-4);
        });

    private static double Exact(Activation activation, double a) =>
        activation switch
        {
            Activation.Relu => Math.Max(a, 0),
            Activation.Tanh => Math.Tanh(a),
            Activation.Sigmoid => 1 / (1 + Math.Exp(-a)),
            _ => a,
        };
}
