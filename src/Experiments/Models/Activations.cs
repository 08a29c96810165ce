using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>Activation functions y = σ(a) and their slopes, as one pass over memory each.</summary>
public static class Activations
{
    /// <summary>a ← σ(a).</summary>
    public static void Apply(Activation activation, Span<float> a) => Apply(activation, a, []);

    /// <summary>a ← σ(a + b) for each row.</summary>
    public static void Apply(Activation activation, Matrix a, ReadOnlySpan<float> bias)
    {
        for (var i = 0; i < a.Rows; i++)
            Apply(activation, a.Row(i), bias);
    }

    private static void Apply(Activation activation, Span<float> a, ReadOnlySpan<float> bias)
    {
        switch (activation)
        {
            case Activation.Linear when bias.Length > 0:
                Apply<Linear>(a, bias);
                break;
            case Activation.Relu:
                Apply<Relu>(a, bias);
                break;
            case Activation.Tanh:
                Apply<Tanh>(a, bias);
                break;
            case Activation.Sigmoid:
                Apply<Sigmoid>(a, bias);
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

    /// <param name="bias">Added first; empty for none.</param>
    private static void Apply<T>(Span<float> a, ReadOnlySpan<float> bias)
        where T : IActivation
    {
        ref var start = ref MemoryMarshal.GetReference(a);
        ref var add = ref MemoryMarshal.GetReference(bias);
        var i = 0;
        for (; i <= a.Length - 8; i += 8)
        {
            var sum = Vector256.LoadUnsafe(ref start, (nuint)i);
            if (bias.Length > 0)
                sum += Vector256.LoadUnsafe(ref add, (nuint)i);
            T.Value(sum).StoreUnsafe(ref start, (nuint)i);
        }
        for (; i < a.Length; i++)
            a[i] = T.Value(Vector256.Create(bias.Length > 0 ? a[i] + bias[i] : a[i])).ToScalar();
    }

    private static void MultiplySlope<T>(ReadOnlySpan<float> y, Span<float> d)
        where T : IActivation
    {
        for (; d.Length >= 8; d = d[8..], y = y[8..])
            (Vector256.Create<float>(d) * T.Slope(Vector256.Create(y))).CopyTo(d);
        for (var i = 0; i < d.Length; i++)
            d[i] *= T.Slope(Vector256.Create(y[i])).ToScalar();
    }
}
