using System.Runtime.Intrinsics;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>Activation functions y = σ(a) and their slopes, as one pass over memory each.</summary>
public static class Activations
{
    /// <summary>a ← σ(a).</summary>
    public static void Apply(Activation activation, Span<float> a)
    {
        switch (activation)
        {
            case Activation.Relu:
                Apply<Relu>(a);
                break;
            case Activation.Tanh:
                Apply<Tanh>(a);
                break;
            case Activation.Sigmoid:
                Apply<Sigmoid>(a);
                break;
        }
    }

    /// <summary>d ← d·σ'(a): the gradient by y becomes the gradient by a; the slope is told from y alone.</summary>
    public static void MultiplySlope(Activation activation, ReadOnlySpan<float> y, Span<float> d)
    {
        switch (activation)
        {
            case Activation.Relu:
                MultiplySlope<Relu>(y, d);
                break;
            case Activation.Tanh:
                MultiplySlope<Tanh>(y, d);
                break;
            case Activation.Sigmoid:
                MultiplySlope<Sigmoid>(y, d);
                break;
        }
    }

    private static void Apply<T>(Span<float> a)
        where T : IFunction
    {
        for (; a.Length >= 8; a = a[8..])
            T.Value(Vector256.Create<float>(a)).CopyTo(a);
        if (a.Length == 0)
            return;
        Span<float> rest = stackalloc float[8];
        a.CopyTo(rest);
        T.Value(Vector256.Create<float>(rest)).CopyTo(rest);
        rest[..a.Length].CopyTo(a);
    }

    private static void MultiplySlope<T>(ReadOnlySpan<float> y, Span<float> d)
        where T : IFunction
    {
        for (; d.Length >= 8; d = d[8..], y = y[8..])
            (Vector256.Create<float>(d) * T.Slope(Vector256.Create(y))).CopyTo(d);
        for (var i = 0; i < d.Length; i++)
            d[i] *= T.Slope(Vector256.Create(y[i])).ToScalar();
    }

    /// <summary>A struct for each function: the compiler then writes one loop for each, without calls.</summary>
    private interface IFunction
    {
        public static abstract Vector256<float> Value(Vector256<float> a);

        public static abstract Vector256<float> Slope(Vector256<float> y);
    }

    private readonly struct Relu : IFunction
    {
        public static Vector256<float> Value(Vector256<float> a) => Vector256.Max(a, Vector256<float>.Zero);

        public static Vector256<float> Slope(Vector256<float> y) =>
            Vector256.GreaterThan(y, Vector256<float>.Zero) & Vector256<float>.One;
    }

    private readonly struct Tanh : IFunction
    {
        public static Vector256<float> Value(Vector256<float> a) => VectorMath.Tanh(a);

        public static Vector256<float> Slope(Vector256<float> y) => Vector256<float>.One - y * y;
    }

    private readonly struct Sigmoid : IFunction
    {
        public static Vector256<float> Value(Vector256<float> a) => VectorMath.Sigmoid(a);

        public static Vector256<float> Slope(Vector256<float> y) => y * (Vector256<float>.One - y);
    }
}
