using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;

namespace Recto.Experiments.Data;

/// <summary>
/// Random numbers for one purpose of one run, the same on every machine: eight xoshiro128++ generators side by side
/// (Blackman and Vigna, 2021), their states drawn from the seed and the purpose's name.
/// </summary>
public sealed class RandomSource
{
    private const int Lanes = 8;

    private Vector256<uint> s0;
    private Vector256<uint> s1;
    private Vector256<uint> s2;
    private Vector256<uint> s3;
    private Vector256<uint> block;
    private int used = Lanes;

    public RandomSource(long seed, string purpose)
    {
        s0 = State(seed, purpose, 0);
        s1 = State(seed, purpose, 1);
        s2 = State(seed, purpose, 2);
        s3 = State(seed, purpose, 3);
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextUnit() => (((ulong)NextWord() << 32 | NextWord()) >> 11) * (1.0 / (1L << 53));

    /// <summary>Uniform in 0 … <paramref name="bound"/> − 1, without bias (Lemire, 2019).</summary>
    public int NextBelow(int bound)
    {
        var size = (uint)bound;
        var product = (ulong)NextWord() * size;
        while ((uint)product < unchecked(0u - size) % size)
            product = (ulong)NextWord() * size;
        return (int)(product >> 32);
    }

    /// <summary>Fisher and Yates.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Uniform in [0, 1), 24 bits.</summary>
    public void Uniform(Span<float> values)
    {
        while (values.Length >= Lanes)
        {
            Unit(NextBlock()).CopyTo(values);
            values = values[Lanes..];
        }
        if (values.Length > 0)
            CopyPart(Unit(NextBlock()), values);
    }

    /// <summary>Mean 0, standard deviation 1 (Box and Muller, 1958).</summary>
    public void Normal(Span<float> values)
    {
        while (values.Length > 0)
        {
            // 1 − u is never 0, so its logarithm is finite
            var radius = Vector256.Sqrt(-2f * VectorMath.Log(Vector256.Create(1f) - Unit(NextBlock())));
            var (cos, sin) = VectorMath.CosSin(Unit(NextBlock()));
            values = CopyPart(radius * cos, values);
            values = CopyPart(radius * sin, values);
        }
    }

    private static Vector256<uint> State(long seed, string purpose, int word) =>
        Vector256
            .Create(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{purpose}/{word}"))))
            .AsUInt32();

    private uint NextWord()
    {
        if (used == Lanes)
        {
            block = NextBlock();
            used = 0;
        }
        return block.GetElement(used++);
    }

    private Vector256<uint> NextBlock()
    {
        var result = RotateLeft(s0 + s3, 7) + s0;
        var t = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = RotateLeft(s3, 11);
        return result;
    }

    private static Vector256<uint> RotateLeft(Vector256<uint> x, int bits) => x << bits | x >> (32 - bits);

    private static Vector256<float> Unit(Vector256<uint> words) =>
        Vector256.ConvertToSingle((words >> 8).AsInt32()) * (1f / (1 << 24));

    private static Span<float> CopyPart(Vector256<float> from, Span<float> to)
    {
        if (to.Length >= Lanes)
        {
            from.CopyTo(to);
            return to[Lanes..];
        }
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i];
        return [];
    }
}
