using System.Runtime.Intrinsics;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>A convolution's sums in vectors along the run that a row of the kernel sees: for few channels.</summary>
internal static unsafe class AlongKernel
{
    /// <summary>A block of pixels in a row, or one where the image is narrower.</summary>
    public static void Apply(in Convolution g, float* x, float* kernel, float* bias, float* y, float floor)
    {
        var length = g.Rows * 8 * Convolution.Vectors(g.Reach);
        for (var c = 0; c < g.Channels; c++, kernel += length)
            if (g.Width < Convolution.Block)
                y[c] = Math.Max(One(g, x, kernel) + bias[c], floor);
            else
                Seven(g, x, kernel, bias[c], y + c, floor);
    }

    private static float One(in Convolution g, float* x, float* w)
    {
        var sum = Vector256<float>.Zero;
        for (var row = 0; row < g.Rows; row++, x += g.RowLength)
        for (var j = 0; j < g.Reach; j += 8, w += 8)
            sum = Vector256.FusedMultiplyAdd(Vector256.Load(x + j), Vector256.Load(w), sum);
        return VectorMath.Sum(sum);
    }

    private static void Seven(in Convolution g, float* x, float* w, float bias, float* y, float floor)
    {
        var (step, reach) = (g.Step, g.Reach);
        var s0 = Vector256<float>.Zero;
        var (s1, s2, s3, s4, s5, s6) = (s0, s0, s0, s0, s0, s0);
        for (var row = 0; row < g.Rows; row++, x += g.RowLength)
        for (var j = 0; j < reach; j += 8, w += 8)
        {
            var k = Vector256.Load(w);
            var p = x + j;
            s0 = Vector256.FusedMultiplyAdd(Vector256.Load(p), k, s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.Load(p + step), k, s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.Load(p + 2 * step), k, s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.Load(p + 3 * step), k, s3);
            s4 = Vector256.FusedMultiplyAdd(Vector256.Load(p + 4 * step), k, s4);
            s5 = Vector256.FusedMultiplyAdd(Vector256.Load(p + 5 * step), k, s5);
            s6 = Vector256.FusedMultiplyAdd(Vector256.Load(p + 6 * step), k, s6);
        }
        var sums = stackalloc Vector256<float>[7] { s0, s1, s2, s3, s4, s5, s6 };
        for (var i = 0; i < 7; i++, y += g.PixelLength)
            *y = Math.Max(VectorMath.Sum(sums[i]) + bias, floor);
    }

    public static void AddGradient(in Convolution g, float* image, float* a, int line, float* gradient)
    {
        for (var c = 0; c < g.Channels; c++)
        for (var row = 0; row < g.Rows; row++)
        for (var j = 0; j < g.Reach; j += 48)
            SixVectors(
                g,
                image + row * g.RowLength + j,
                a + c,
                line,
                gradient + (row * g.Reach + j) * g.Channels + c,
                Math.Min(48, g.Reach - j)
            );
    }

    /// <summary>Taps 0 … count − 1 of a row; vectors beyond them are done again and dropped.</summary>
    private static void SixVectors(in Convolution g, float* image, float* a, int line, float* gradient, int count)
    {
        var last = Convolution.Vectors(count) - 1;
        var (o1, o2, o3) = (8 * Math.Min(1, last), 8 * Math.Min(2, last), 8 * Math.Min(3, last));
        var (o4, o5) = (8 * Math.Min(4, last), 8 * Math.Min(5, last));
        var (step, pixel) = (g.Step, g.PixelLength);
        var s0 = Vector256<float>.Zero;
        var (s1, s2, s3, s4, s5) = (s0, s0, s0, s0, s0);
        for (var row = 0; row < g.Height; row++)
        {
            var x = image + row * g.RowLength;
            var d = a + row * line;
            for (var column = 0; column < g.Width; column++, x += step, d += pixel)
            {
                var k = Vector256.Create(*d);
                s0 = Vector256.FusedMultiplyAdd(k, Vector256.Load(x), s0);
                s1 = Vector256.FusedMultiplyAdd(k, Vector256.Load(x + o1), s1);
                s2 = Vector256.FusedMultiplyAdd(k, Vector256.Load(x + o2), s2);
                s3 = Vector256.FusedMultiplyAdd(k, Vector256.Load(x + o3), s3);
                s4 = Vector256.FusedMultiplyAdd(k, Vector256.Load(x + o4), s4);
                s5 = Vector256.FusedMultiplyAdd(k, Vector256.Load(x + o5), s5);
            }
        }
        var sums = stackalloc Vector256<float>[6] { s0, s1, s2, s3, s4, s5 };
        for (var j = 0; j < count; j++)
            gradient[j * g.Channels] += ((float*)sums)[j];
    }
}
