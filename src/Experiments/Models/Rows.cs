using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>Sums along and over the rows of a matrix, always in the same order.</summary>
public static class Rows
{
    /// <summary>sum ← the sum of all rows, or sum + that.</summary>
    public static void Sum(Matrix of, Span<float> sum, bool add)
    {
        if (!add)
            sum.Clear();
        for (var i = 0; i < of.Rows; i++)
            AddScaled(sum, 1, of.Row(i));
    }

    /// <summary>to ← to + row.</summary>
    public static void Add(Span<float> to, ReadOnlySpan<float> row) => AddScaled(to, 1, row);

    /// <summary>y ← x·mᵀ, for an m of few rows: each number a dot product along two rows.</summary>
    public static void Dots(Matrix x, Matrix m, Matrix y)
    {
        for (var i = 0; i < x.Rows; i++)
        for (var j = 0; j < m.Rows; j++)
            y.Row(i)[j] = Dot(x.Row(i), m.Row(j));
    }

    /// <summary>y ← c·m, for an m of few rows: each row of y a sum of theirs.</summary>
    public static void Combine(Matrix c, Matrix m, Matrix y)
    {
        for (var i = 0; i < y.Rows; i++)
        {
            var factors = c.Row(i);
            var row = y.Row(i);
            Scale(row, factors[0], m.Row(0));
            for (var j = 1; j < m.Rows; j++)
                AddScaled(row, factors[j], m.Row(j));
        }
    }

    /// <summary>g ← cᵀ·x, or g + cᵀ·x, for a c of few columns.</summary>
    public static void Outer(Matrix c, Matrix x, Matrix g, bool add)
    {
        if (!add)
            g.Span.Clear();
        for (var i = 0; i < x.Rows; i++)
        {
            var factors = c.Row(i);
            var row = x.Row(i);
            for (var j = 0; j < factors.Length; j++)
                AddScaled(g.Row(j), factors[j], row);
        }
    }

    /// <summary>Four sums side by side, since one addition waits for the one before.</summary>
    private static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var (s0, s1, s2, s3) = (Zero, Zero, Zero, Zero);
        var i = 0;
        for (; i <= x.Length - 32; i += 32)
        {
            s0 = Vector256.FusedMultiplyAdd(Load(ref a, i), Load(ref b, i), s0);
            s1 = Vector256.FusedMultiplyAdd(Load(ref a, i + 8), Load(ref b, i + 8), s1);
            s2 = Vector256.FusedMultiplyAdd(Load(ref a, i + 16), Load(ref b, i + 16), s2);
            s3 = Vector256.FusedMultiplyAdd(Load(ref a, i + 24), Load(ref b, i + 24), s3);
        }
        for (; i <= x.Length - 8; i += 8)
            s0 = Vector256.FusedMultiplyAdd(Load(ref a, i), Load(ref b, i), s0);
        var rest = 0f;
        for (; i < x.Length; i++)
            rest = MathF.FusedMultiplyAdd(x[i], y[i], rest);
        return VectorMath.Sum(s0 + s1 + (s2 + s3)) + rest;
    }

    private static void Scale(Span<float> to, float factor, ReadOnlySpan<float> row)
    {
        ref var y = ref MemoryMarshal.GetReference(to);
        ref var x = ref MemoryMarshal.GetReference(row);
        var i = 0;
        for (; i <= to.Length - 8; i += 8)
            (factor * Load(ref x, i)).StoreUnsafe(ref y, (nuint)i);
        for (; i < to.Length; i++)
            to[i] = factor * row[i];
    }

    private static void AddScaled(Span<float> to, float factor, ReadOnlySpan<float> row)
    {
        ref var y = ref MemoryMarshal.GetReference(to);
        ref var x = ref MemoryMarshal.GetReference(row);
        var factors = Vector256.Create(factor);
        var i = 0;
        for (; i <= to.Length - 8; i += 8)
            Vector256.FusedMultiplyAdd(factors, Load(ref x, i), Load(ref y, i)).StoreUnsafe(ref y, (nuint)i);
        for (; i < to.Length; i++)
            to[i] = MathF.FusedMultiplyAdd(factor, row[i], to[i]);
    }

    private static Vector256<float> Zero => Vector256<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float start, int offset) => Vector256.LoadUnsafe(ref start, (nuint)offset);
}
