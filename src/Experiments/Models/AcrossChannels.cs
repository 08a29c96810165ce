using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recto.Experiments.Models;

/// <summary>A convolution's sums in vectors of eight or sixteen channels, for seven pixels at once.</summary>
internal static unsafe class AcrossChannels
{
    /// <summary>A block of pixels in a row, or one where the image is narrower.</summary>
    public static void Apply(in Convolution g, float* x, float* kernel, float* bias, float* y, float floor)
    {
        var vectors = Convolution.Vectors(g.Channels);
        for (var v = 0; v < vectors; v++)
        {
            var w = kernel + 8 * v;
            var b = bias + 8 * v;
            var to = y + 8 * v;
            var count = g.Channels - 8 * v;
            if (g.Width < Convolution.Block)
                One(g, x, w, b, to, count, floor);
            else if (count >= 16)
            {
                SevenByTwo(g, x, w, b, to, floor);
                v++;
            }
            else
                Seven(g, x, w, b, to, count, floor);
        }
    }

    private static void One(in Convolution g, float* x, float* w, float* bias, float* y, int count, float floor)
    {
        var stride = 8 * Convolution.Vectors(g.Channels);
        var sum = Vector256.Load(bias);
        for (var row = 0; row < g.Rows; row++, x += g.RowLength)
        for (var j = 0; j < g.Reach; j++, w += stride)
            sum = Fma(x[j], Vector256.Load(w), sum);
        Convolution.Store(Vector256.MaxNative(Vector256.Create(floor), sum), y, count);
    }

    private static void Seven(in Convolution g, float* x, float* w, float* bias, float* y, int count, float floor)
    {
        var (stride, step, reach) = (8 * Convolution.Vectors(g.Channels), g.Step, g.Reach);
        var s0 = Vector256.Load(bias);
        var (s1, s2, s3, s4, s5, s6) = (s0, s0, s0, s0, s0, s0);
        for (var row = 0; row < g.Rows; row++, x += g.RowLength)
        {
            var p = x;
            for (var j = 0; j < reach; j++, p++, w += stride)
            {
                var k = Vector256.Load(w);
                s0 = Fma(p[0], k, s0);
                s1 = Fma(p[step], k, s1);
                s2 = Fma(p[2 * step], k, s2);
                s3 = Fma(p[3 * step], k, s3);
                s4 = Fma(p[4 * step], k, s4);
                s5 = Fma(p[5 * step], k, s5);
                s6 = Fma(p[6 * step], k, s6);
            }
        }
        var (least, pixel) = (Vector256.Create(floor), g.PixelLength);
        Convolution.Store(Vector256.MaxNative(least, s0), y, count);
        Convolution.Store(Vector256.MaxNative(least, s1), y + pixel, count);
        Convolution.Store(Vector256.MaxNative(least, s2), y + 2 * pixel, count);
        Convolution.Store(Vector256.MaxNative(least, s3), y + 3 * pixel, count);
        Convolution.Store(Vector256.MaxNative(least, s4), y + 4 * pixel, count);
        Convolution.Store(Vector256.MaxNative(least, s5), y + 5 * pixel, count);
        Convolution.Store(Vector256.MaxNative(least, s6), y + 6 * pixel, count);
    }

    private static void SevenByTwo(in Convolution g, float* x, float* w, float* bias, float* y, float floor)
    {
        var (stride, step, reach) = (8 * Convolution.Vectors(g.Channels), g.Step, g.Reach);
        var (s0, t0) = (Vector256.Load(bias), Vector256.Load(bias + 8));
        var (s1, s2, s3, s4, s5, s6) = (s0, s0, s0, s0, s0, s0);
        var (t1, t2, t3, t4, t5, t6) = (t0, t0, t0, t0, t0, t0);
        for (var row = 0; row < g.Rows; row++, x += g.RowLength)
        {
            var p = x;
            for (var j = 0; j < reach; j++, p++, w += stride)
            {
                var (k, l) = (Vector256.Load(w), Vector256.Load(w + 8));
                var (x0, x1, x2) = (p[0], p[step], p[2 * step]);
                var (x3, x4, x5, x6) = (p[3 * step], p[4 * step], p[5 * step], p[6 * step]);
                (s0, t0) = (Fma(x0, k, s0), Fma(x0, l, t0));
                (s1, t1) = (Fma(x1, k, s1), Fma(x1, l, t1));
                (s2, t2) = (Fma(x2, k, s2), Fma(x2, l, t2));
                (s3, t3) = (Fma(x3, k, s3), Fma(x3, l, t3));
                (s4, t4) = (Fma(x4, k, s4), Fma(x4, l, t4));
                (s5, t5) = (Fma(x5, k, s5), Fma(x5, l, t5));
                (s6, t6) = (Fma(x6, k, s6), Fma(x6, l, t6));
            }
        }
        var (least, pixel) = (Vector256.Create(floor), g.PixelLength);
        Store(s0, t0, y);
        Store(s1, t1, y + pixel);
        Store(s2, t2, y + 2 * pixel);
        Store(s3, t3, y + 3 * pixel);
        Store(s4, t4, y + 4 * pixel);
        Store(s5, t5, y + 5 * pixel);
        Store(s6, t6, y + 6 * pixel);

        void Store(Vector256<float> s, Vector256<float> t, float* to)
        {
            Vector256.MaxNative(least, s).Store(to);
            Vector256.MaxNative(least, t).Store(to + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Fma(float x, Vector256<float> k, Vector256<float> sum) =>
        Vector256.FusedMultiplyAdd(Vector256.Create(x), k, sum);
}
