using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recto.Experiments.Models;

internal static class ChannelSums
{
    /// <summary>sum ← the sum of an image's pixels, channel by channel; or sum + that.</summary>
    /// <remarks>Channels come back every few vectors: so many sums, four times over, run side by side.</remarks>
    public static void Add(ReadOnlySpan<float> image, Span<float> sum, bool add)
    {
        if (!add)
            sum.Clear();
        var length = 4 * LeastCommonMultiple(sum.Length, 8);
        Span<Vector256<float>> sums = stackalloc Vector256<float>[length / 8];
        sums.Clear();
        for (; image.Length >= length; image = image[length..])
        for (var i = 0; i < sums.Length; i++)
            sums[i] += Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(image), (nuint)(8 * i));
        Fold(MemoryMarshal.Cast<Vector256<float>, float>(sums), sum);
        Fold(image, sum);
    }

    private static void Fold(ReadOnlySpan<float> values, Span<float> sum)
    {
        for (var i = 0; i < values.Length; i++)
            sum[i % sum.Length] += values[i];
    }

    private static int LeastCommonMultiple(int a, int b)
    {
        var multiple = a;
        while (multiple % b > 0)
            multiple += a;
        return multiple;
    }
}
