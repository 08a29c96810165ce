using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recto.Experiments.Data;

/// <summary>
/// Elementary functions of eight floats at once, within 2 units in the last place. Made of additions, multiplications,
/// divisions and fused multiply-adds alone, which IEEE 754 fixes to the bit; a system's libm rounds as it likes.
/// </summary>
/// <remarks>
/// Reductions and minimax polynomials after Cephes (Moshier, 1989). Bounds are taken by single instructions, which give
/// their second argument back where it is not a number.
/// </remarks>
public static class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // eˣ = 2ⁿ·eʳ with |r| ≤ ln 2 / 2; ln 2 in two parts, the first exact in few bits
        x = Between(-87f, x, 88f);
        var n = Vector256.Round(x * All(1.44269504f));
        var r = Fma(n, All(-0.693359375f), x);
        r = Fma(n, All(2.12194440e-4f), r);
        var p = Fma(All(1.9875691500e-4f), r, All(1.3981999507e-3f));
        p = Fma(p, r, All(8.3334519073e-3f));
        p = Fma(p, r, All(4.1665795894e-2f));
        p = Fma(p, r, All(1.6666665459e-1f));
        p = Fma(p, r, All(5.0000001201e-1f));
        p = Fma(p, r * r, r) + All(1f);
        return p * ((Vector256.ConvertToInt32(n) + Vector256.Create(127)) << 23).AsSingle();
    }

    /// <summary>The same of one number.</summary>
    public static float Exp(float x) => Exp(All(x)).ToScalar();

    /// <summary>Of all eight, pair by pair: their order is part of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> x)
    {
        var four = x.GetLower() + x.GetUpper();
        var two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return (two + Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <summary>Natural logarithm of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        // x = 2ᵉ·m with √½ ≤ m < √2
        var bits = x.AsInt32() - Vector256.Create(0x3f3504f3);
        var e = Vector256.ConvertToSingle(bits >> 23);
        var m = ((bits & Vector256.Create(0x007fffff)) + Vector256.Create(0x3f3504f3)).AsSingle() - All(1f);
        var p = Fma(All(7.0376836292e-2f), m, All(-1.1514610310e-1f));
        p = Fma(p, m, All(1.1676998740e-1f));
        p = Fma(p, m, All(-1.2420140846e-1f));
        p = Fma(p, m, All(1.4249322787e-1f));
        p = Fma(p, m, All(-1.6668057665e-1f));
        p = Fma(p, m, All(2.0000714765e-1f));
        p = Fma(p, m, All(-2.4999993993e-1f));
        p = Fma(p, m, All(3.3333331174e-1f));
        var square = m * m;
        p = Fma(e, All(-2.12194440e-4f), p * m * square);
        return Fma(e, All(0.693359375f), Fma(All(-0.5f), square, p) + m);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        // x·p(x²)/q(x²), fitted on [−9, 9] to 1e-9 of the value; all coefficients positive, so nothing cancels
        x = Between(-9.02f, x, 9.02f);
        var square = x * x;
        var p = Fma(All(5.085553412e-8f), square, All(3.161549722e-5f));
        p = Fma(p, square, All(4.009721292e-3f));
        p = Fma(p, square, All(1.378631446e-1f));
        p = Fma(p, square, All(1f));
        var q = Fma(All(7.393271826e-10f), square, All(1.619539132e-6f));
        q = Fma(q, square, All(4.209601942e-4f));
        q = Fma(q, square, All(2.774189240e-2f));
        q = Fma(q, square, All(4.711964689e-1f));
        q = Fma(q, square, All(1f));
        return x * p / q;
    }

    /// <summary>1/(1+e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => All(1f) / (All(1f) + Exp(-x));

    /// <summary>Cosine and sine of an angle given in turns, 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Cos, Vector256<float> Sin) CosSin(Vector256<float> turns)
    {
        // The nearest quarter turn, and at most an eighth from there
        var quarter = Vector256.Round(turns * All(4f));
        var angle = (turns - quarter * All(0.25f)) * All(6.28318531f);
        var square = angle * angle;
        var s = Fma(All(-1.9515295891e-4f), square, All(8.3321608736e-3f));
        s = Fma(s, square, All(-1.6666654611e-1f));
        s = Fma(s * square, angle, angle);
        var c = Fma(All(2.443315711809948e-5f), square, All(-1.388731625493765e-3f));
        c = Fma(c, square, All(4.166664568298827e-2f));
        c = Fma(c * square, square, Fma(All(-0.5f), square, All(1f)));

        var q = Vector256.ConvertToInt32(quarter);
        var odd = Vector256.Equals(q & Vector256.Create(1), Vector256.Create(1)).AsSingle();
        var cosSign = ((q + Vector256.Create(1)) & Vector256.Create(2)) << 30;
        var sinSign = (q & Vector256.Create(2)) << 30;
        return (
            (Vector256.ConditionalSelect(odd, s, c).AsInt32() ^ cosSign).AsSingle(),
            (Vector256.ConditionalSelect(odd, c, s).AsInt32() ^ sinSign).AsSingle()
        );
    }

    /// <summary>x, but no less than the one and no more than the other bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Between(float least, Vector256<float> x, float most) =>
        Vector256.MinNative(All(most), Vector256.MaxNative(All(least), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> All(float value) => Vector256.Create(value);
}
