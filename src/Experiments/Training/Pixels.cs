using System.Runtime.Intrinsics;

namespace Recto.Experiments.Training;

public static class Pixels
{
    /// <summary>Bytes 0 to 255 → floats 0 to 1.</summary>
    public static void Scale(ReadOnlySpan<byte> from, Span<float> to)
    {
        for (; from.Length >= 16; from = from[16..], to = to[16..])
        {
            var (low, high) = Vector128.Widen(Vector128.Create(from));
            Scaled(low).CopyTo(to);
            Scaled(high).CopyTo(to[8..]);
        }
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] / 255f;
    }

    private static Vector256<float> Scaled(Vector128<ushort> words)
    {
        var (low, high) = Vector128.Widen(words);
        return Vector256.ConvertToSingle(Vector256.Create(low, high).AsInt32()) / 255f;
    }
}
