using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>What lies between outputs y and targets t, number by number, and how it changes with y.</summary>
public static class Losses
{
    // Few floats at a time, then doubles: the sum of a million small numbers keeps its digits
    private const int Run = 1024;

    /// <summary>Sum over all numbers.</summary>
    public static double Sum(Loss loss, ReadOnlySpan<float> y, ReadOnlySpan<float> t) =>
        loss switch
        {
            Loss.Mse => Sum<SquaredError>(y, t),
            Loss.Bce => Sum<BinaryCrossEntropy>(y, t),
            _ => Sum<CrossEntropy>(y, t),
        };

    /// <summary>The sum, and d ← scale · its gradient before the activation that gave y.</summary>
    public static double SumAndGradient(
        Loss loss,
        Activation activation,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> t,
        Span<float> d,
        float scale
    ) =>
        (loss, activation) switch
        {
            (Loss.Mse, Activation.Linear) => SumAndGradient<SquaredError, Linear>(y, t, d, scale),
            (Loss.Mse, Activation.Relu) => SumAndGradient<SquaredError, Relu>(y, t, d, scale),
            (Loss.Mse, Activation.Tanh) => SumAndGradient<SquaredError, Tanh>(y, t, d, scale),
            (Loss.Mse, Activation.Sigmoid) => SumAndGradient<SquaredError, Sigmoid>(y, t, d, scale),
            // Through a sigmoid the slopes cancel, and nothing is divided by zero
            (Loss.Bce, Activation.Sigmoid) => SumAndGradient<BinaryCrossEntropy, Linear>(y, t, d, scale),
            (Loss.Cce, Activation.Linear) => SumAndGradient<CrossEntropy, Linear>(y, t, d, scale),
            _ => throw new InvalidOperationException($"{loss} does not fit {activation}."),
        };

    private static double Sum<TLoss>(ReadOnlySpan<float> y, ReadOnlySpan<float> t)
        where TLoss : ILoss
    {
        var sum = 0.0;
        for (; y.Length > 0; y = y[Math.Min(Run, y.Length)..], t = t[Math.Min(Run, t.Length)..])
            sum += SumOfRun<TLoss, Linear>(y[..Math.Min(Run, y.Length)], t, [], 0);
        return sum;
    }

    private static double SumAndGradient<TLoss, TActivation>(
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> t,
        Span<float> d,
        float scale
    )
        where TLoss : ILoss
        where TActivation : IActivation
    {
        var sum = 0.0;
        for (var i = 0; i < y.Length; i += Run)
        {
            var length = Math.Min(Run, y.Length - i);
            sum += SumOfRun<TLoss, TActivation>(y.Slice(i, length), t.Slice(i, length), d.Slice(i, length), scale);
        }
        return sum;
    }

    private static float SumOfRun<TLoss, TActivation>(
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> t,
        Span<float> d,
        float scale
    )
        where TLoss : ILoss
        where TActivation : IActivation
    {
        ref var outputs = ref MemoryMarshal.GetReference(y);
        ref var targets = ref MemoryMarshal.GetReference(t);
        ref var gradients = ref MemoryMarshal.GetReference(d);
        var (even, odd) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i <= y.Length - 8; i += 8)
        {
            var (output, target) = (
                Vector256.LoadUnsafe(ref outputs, (nuint)i),
                Vector256.LoadUnsafe(ref targets, (nuint)i)
            );
            (even, odd) = (odd, even + TLoss.Value(output, target));
            if (d.Length > 0)
                (TLoss.Slope(output, target) * scale * TActivation.Slope(output)).StoreUnsafe(ref gradients, (nuint)i);
        }
        var rest = 0f;
        for (; i < y.Length; i++)
        {
            var (output, target) = (Vector256.Create(y[i]), Vector256.Create(t[i]));
            rest += TLoss.Value(output, target).ToScalar();
            if (d.Length > 0)
                d[i] = (TLoss.Slope(output, target) * scale * TActivation.Slope(output)).ToScalar();
        }
        return VectorMath.Sum(even + odd) + rest;
    }
}
