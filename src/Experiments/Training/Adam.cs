using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>Adam (Kingma and Ba, 2015, the form at the end of section 2), with ε where Keras has it.</summary>
public sealed class Adam
{
    private readonly float beta1;
    private readonly float beta2;
    private readonly float epsilon;
    private readonly OptimizerSpec spec;
    private readonly IReadOnlyList<Slot> slots;

    private double rate;

    // β₁ᵗ and β₂ᵗ, by repeated multiplication: a system's pow rounds as it likes
    private double power1 = 1;
    private double power2 = 1;

    public Adam(OptimizerSpec spec, IEnumerable<Parameter> parameters)
    {
        if (spec is not { Kind: OptimizerKind.Adam, Beta1: { } b1, Beta2: { } b2, Epsilon: { } e })
            throw new RunException("spec-unsupported", "Adam needs beta1, beta2 and epsilon.");
        (this.spec, rate, beta1, beta2, epsilon) = (spec, spec.Rate, (float)b1, (float)b2, (float)e);
        slots = [.. parameters.Select(p => new Slot(p, new float[p.Count], new float[p.Count]))];
    }

    /// <summary>The rate of an epoch, 1-based: that of the last step of the schedule that has come.</summary>
    public void Begin(int epoch) =>
        rate = (spec.Schedule ?? []).LastOrDefault(step => step.Epoch <= epoch)?.Rate ?? spec.Rate;

    /// <summary>One step against the gradients that the parameters hold.</summary>
    public void Step()
    {
        power1 *= beta1;
        power2 *= beta2;
        var scaled = (float)(rate * Math.Sqrt(1 - power2) / (1 - power1));
        foreach (var slot in slots)
            Update(slot.Parameter.Value.Span, slot.Parameter.Gradient.Span, slot.Mean, slot.Variance, scaled);
    }

    /// <summary>m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − αₜ·m/(√v + ε), in one pass over memory.</summary>
    private void Update(Span<float> w, ReadOnlySpan<float> g, Span<float> m, Span<float> v, float scaled)
    {
        ref var weights = ref MemoryMarshal.GetReference(w);
        ref var gradients = ref MemoryMarshal.GetReference(g);
        ref var means = ref MemoryMarshal.GetReference(m);
        ref var variances = ref MemoryMarshal.GetReference(v);
        var i = 0;
        for (; i <= w.Length - 8; i += 8)
        {
            var gradient = Load(ref gradients, i);
            var (mean, variance) = (Load(ref means, i), Load(ref variances, i));
            mean += (gradient - mean) * (1 - beta1);
            variance += (gradient * gradient - variance) * (1 - beta2);
            mean.StoreUnsafe(ref means, (nuint)i);
            variance.StoreUnsafe(ref variances, (nuint)i);
            var step = mean * scaled / (Vector256.Sqrt(variance) + Vector256.Create(epsilon));
            (Load(ref weights, i) - step).StoreUnsafe(ref weights, (nuint)i);
        }
        for (; i < w.Length; i++)
        {
            m[i] += (g[i] - m[i]) * (1 - beta1);
            v[i] += (g[i] * g[i] - v[i]) * (1 - beta2);
            w[i] -= m[i] * scaled / (MathF.Sqrt(v[i]) + epsilon);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float start, int offset) => Vector256.LoadUnsafe(ref start, (nuint)offset);

    /// <param name="Mean">m, of the gradient.</param>
    /// <param name="Variance">v, of its square, not centred.</param>
    private sealed record Slot(Parameter Parameter, float[] Mean, float[] Variance);
}
