using System.Runtime.Intrinsics;
using static Recto.Experiments.Models.AcrossChannels;

namespace Recto.Experiments.Models;

/// <summary>The gradient by a kernel in vectors of eight or sixteen channels, for seven taps at once.</summary>
internal static unsafe class AcrossChannelsGradient
{
    public static void Add(in Convolution g, float* image, float* a, int line, float* gradient)
    {
        var taps = g.Rows * g.Reach;
        var offsets = stackalloc int[7];
        for (var t = 0; t < taps; t += 7)
        {
            // The last block does some taps twice and keeps them once
            var count = Math.Min(7, taps - t);
            for (var i = 0; i < 7; i++)
            {
                var tap = t + Math.Min(i, count - 1);
                offsets[i] = tap / g.Reach * g.RowLength + tap % g.Reach;
            }
            for (var c = 0; c < g.Channels; c += 8)
            {
                var to = gradient + t * g.Channels + c;
                if (g.Channels - c >= 16)
                {
                    SevenTapsByTwo(g, image, a + c, line, offsets, to, count);
                    c += 8;
                }
                else
                    SevenTaps(g, image, a + c, line, offsets, to, count, g.Channels - c);
            }
        }
    }

    private static void SevenTaps(
        in Convolution g,
        float* image,
        float* a,
        int line,
        int* offsets,
        float* gradient,
        int taps,
        int channels
    )
    {
        var (o0, o1, o2, o3) = (offsets[0], offsets[1], offsets[2], offsets[3]);
        var (o4, o5, o6) = (offsets[4], offsets[5], offsets[6]);
        var (step, pixel) = (g.Step, g.PixelLength);
        var s0 = Vector256<float>.Zero;
        var (s1, s2, s3, s4, s5, s6) = (s0, s0, s0, s0, s0, s0);
        for (var row = 0; row < g.Height; row++)
        {
            var x = image + row * g.RowLength;
            var d = a + row * line;
            for (var column = 0; column < g.Width; column++, x += step, d += pixel)
            {
                var k = Vector256.Load(d);
                s0 = Fma(x[o0], k, s0);
                s1 = Fma(x[o1], k, s1);
                s2 = Fma(x[o2], k, s2);
                s3 = Fma(x[o3], k, s3);
                s4 = Fma(x[o4], k, s4);
                s5 = Fma(x[o5], k, s5);
                s6 = Fma(x[o6], k, s6);
            }
        }
        var sums = stackalloc Vector256<float>[7] { s0, s1, s2, s3, s4, s5, s6 };
        for (var i = 0; i < taps; i++, gradient += g.Channels)
            AddTo(gradient, sums[i], channels);
    }

    private static void SevenTapsByTwo(
        in Convolution g,
        float* image,
        float* a,
        int line,
        int* offsets,
        float* gradient,
        int taps
    )
    {
        var (o0, o1, o2, o3) = (offsets[0], offsets[1], offsets[2], offsets[3]);
        var (o4, o5, o6) = (offsets[4], offsets[5], offsets[6]);
        var (step, pixel) = (g.Step, g.PixelLength);
        var s0 = Vector256<float>.Zero;
        var (s1, s2, s3, s4, s5, s6) = (s0, s0, s0, s0, s0, s0);
        var (t0, t1, t2, t3, t4, t5, t6) = (s0, s0, s0, s0, s0, s0, s0);
        for (var row = 0; row < g.Height; row++)
        {
            var x = image + row * g.RowLength;
            var d = a + row * line;
            for (var column = 0; column < g.Width; column++, x += step, d += pixel)
            {
                var (k, l) = (Vector256.Load(d), Vector256.Load(d + 8));
                var (x0, x1, x2, x3) = (x[o0], x[o1], x[o2], x[o3]);
                var (x4, x5, x6) = (x[o4], x[o5], x[o6]);
                (s0, t0) = (Fma(x0, k, s0), Fma(x0, l, t0));
                (s1, t1) = (Fma(x1, k, s1), Fma(x1, l, t1));
                (s2, t2) = (Fma(x2, k, s2), Fma(x2, l, t2));
                (s3, t3) = (Fma(x3, k, s3), Fma(x3, l, t3));
                (s4, t4) = (Fma(x4, k, s4), Fma(x4, l, t4));
                (s5, t5) = (Fma(x5, k, s5), Fma(x5, l, t5));
                (s6, t6) = (Fma(x6, k, s6), Fma(x6, l, t6));
            }
        }
        var sums = stackalloc Vector256<float>[14] { s0, t0, s1, t1, s2, t2, s3, t3, s4, t4, s5, t5, s6, t6 };
        for (var i = 0; i < taps; i++, gradient += g.Channels)
        {
            AddTo(gradient, sums[2 * i], 8);
            AddTo(gradient + 8, sums[2 * i + 1], 8);
        }
    }

    private static void AddTo(float* to, Vector256<float> values, int count)
    {
        if (count >= 8)
            (Vector256.Load(to) + values).Store(to);
        else
            for (var i = 0; i < count; i++)
                to[i] += values[i];
    }
}
