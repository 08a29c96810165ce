using System.Runtime.Intrinsics;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>What training minimises: a mean over pixels and images.</summary>
public static class Losses
{
    // As Keras: an output is kept this far from 0 and 1 before its logarithm is taken
    private const float Margin = 1e-7f;

    /// <summary>The loss of outputs y against targets t.</summary>
    public static double Mean(Loss loss, Matrix y, Matrix t) => Sum(loss, y.Span, t.Span) / y.Span.Length;

    /// <summary>d ← ∂J/∂a, the gradient before the activation of the output layer.</summary>
    public static void Gradient(Loss loss, Activation output, Matrix y, Matrix t, Matrix d)
    {
        // Cross-entropy through a sigmoid: the slopes cancel, and nothing is divided by zero
        var scale = loss is Loss.Mse ? 2f / y.Span.Length : 1f / y.Span.Length;
        Difference(y.Span, t.Span, d.Span, scale);
        if (loss is Loss.Mse)
            Activations.MultiplySlope(output, y.Span, d.Span);
    }

    /// <exception cref="RunException"><c>spec-unsupported</c>: cross-entropy wants outputs in (0, 1).</exception>
    public static void Check(ExperimentSpec spec)
    {
        if (spec.Loss is Loss.Bce && spec.Model.Output is not Activation.Sigmoid)
            throw new RunException("spec-unsupported", "Binary cross-entropy needs a sigmoid output.");
    }

    private static double Sum(Loss loss, ReadOnlySpan<float> y, ReadOnlySpan<float> t)
    {
        // Few floats at a time, then doubles: the sum of a million small numbers keeps its digits
        const int Run = 1024;
        var sum = 0.0;
        for (; y.Length > 0; y = y[Math.Min(Run, y.Length)..], t = t[Math.Min(Run, t.Length)..])
            sum += SumOfRun(loss, y[..Math.Min(Run, y.Length)], t);
        return sum;
    }

    private static float SumOfRun(Loss loss, ReadOnlySpan<float> y, ReadOnlySpan<float> t)
    {
        var sum = Vector256<float>.Zero;
        for (; y.Length >= 8; y = y[8..], t = t[8..])
            sum += Each(loss, Vector256.Create(y), Vector256.Create(t));
        var rest = 0f;
        for (var i = 0; i < y.Length; i++)
            rest += Each(loss, Vector256.Create(y[i]), Vector256.Create(t[i])).ToScalar();
        return Vector256.Sum(sum) + rest;
    }

    private static Vector256<float> Each(Loss loss, Vector256<float> y, Vector256<float> t) =>
        loss is Loss.Mse ? (y - t) * (y - t) : CrossEntropy(y, t);

    /// <summary>−t·ln y − (1−t)·ln(1−y).</summary>
    private static Vector256<float> CrossEntropy(Vector256<float> y, Vector256<float> t)
    {
        var one = Vector256<float>.One;
        y = Vector256.Min(Vector256.Max(y, Vector256.Create(Margin)), Vector256.Create(1 - Margin));
        return -(t * VectorMath.Log(y) + (one - t) * VectorMath.Log(one - y));
    }

    private static void Difference(ReadOnlySpan<float> y, ReadOnlySpan<float> t, Span<float> d, float scale)
    {
        for (; d.Length >= 8; d = d[8..], y = y[8..], t = t[8..])
            ((Vector256.Create(y) - Vector256.Create(t)) * scale).CopyTo(d);
        for (var i = 0; i < d.Length; i++)
            d[i] = (y[i] - t[i]) * scale;
    }
}
