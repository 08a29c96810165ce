using System.Runtime.Intrinsics;

namespace Recto.Experiments.Models;

/// <summary>
/// A convolution of one image, channels last. The image has a margin, so what one row of the kernel sees of it is one
/// run of <paramref name="Reach"/> numbers, and from pixel to pixel that run moves on by <paramref name="Step"/>.
/// </summary>
/// <param name="Height">Of the output.</param>
/// <param name="Width">Of the output.</param>
/// <param name="Rows">Of the kernel.</param>
/// <param name="Reach">Columns of the kernel × channels of the input.</param>
/// <param name="Step">Channels of the input.</param>
/// <param name="RowLength">Numbers in a row of the input, margins included.</param>
/// <param name="Channels">Of the output.</param>
/// <param name="PixelLength">From one pixel of the output to the next.</param>
/// <remarks>
/// Sums run over the rows of the kernel and then along the run, each a fused multiply-add: the same bits everywhere.
/// </remarks>
internal readonly record struct Convolution(
    int Height,
    int Width,
    int Rows,
    int Reach,
    int Step,
    int RowLength,
    int Channels,
    int PixelLength
)
{
    /// <summary>Numbers behind an image that may be read, and then count nothing.</summary>
    public const int Slack = 8;

    /// <summary>Pixels at a time: widths of 28, 14 and 7 divide into sevens; of others some pixels are done twice.</summary>
    public const int Block = 7;

    /// <summary>With few channels sums run along the kernel in vectors, and otherwise across channels.</summary>
    public bool RunsAlong => Channels * Vectors(Reach) < Reach * Vectors(Channels);

    /// <summary>Numbers in a kernel as <see cref="Pack"/> lays it out.</summary>
    public int PackedSize => 8 * Rows * (RunsAlong ? Channels * Vectors(Reach) : Reach * Vectors(Channels));

    /// <summary>[rows, reach, channels] → whole vectors, in the order in which they are read.</summary>
    public void Pack(ReadOnlySpan<float> kernel, Span<float> packed)
    {
        var (along, across) = (8 * Vectors(Reach), 8 * Vectors(Channels));
        packed.Clear();
        for (var t = 0; t < Rows * Reach; t++)
        for (var c = 0; c < Channels; c++)
        {
            var at = RunsAlong ? (c * Rows + t / Reach) * along + t % Reach : t * across + c;
            packed[at] = kernel[t * Channels + c];
        }
    }

    /// <summary>Whether gradients are read in whole vectors even where channels are none.</summary>
    public bool ReadsBeyond => !RunsAlong && Channels % 8 > 0;

    /// <summary>y ← max(kernel ∗ image + bias, floor).</summary>
    /// <param name="image">With margins and slack.</param>
    /// <param name="kernel">Packed.</param>
    /// <param name="bias">[channels], filled up to a whole vector.</param>
    /// <param name="y">[height, width, channels].</param>
    /// <param name="line">From one row of y to the next.</param>
    /// <param name="floor">0 for relu, else −∞.</param>
    public unsafe void Apply(float* image, float* kernel, float* bias, float* y, int line, float floor)
    {
        for (var row = 0; row < Height; row++)
        for (var column = 0; column < Width; column = Next(column))
        {
            var from = image + row * RowLength + column * Step;
            var to = y + row * line + column * PixelLength;
            if (RunsAlong)
                AlongKernel.Apply(this, from, kernel, bias, to, floor);
            else
                AcrossChannels.Apply(this, from, kernel, bias, to, floor);
        }
    }

    /// <summary>gradient ← gradient + Σ over pixels of what the kernel saw × a.</summary>
    /// <param name="image">With margins and slack.</param>
    /// <param name="a">[height, width, channels].</param>
    /// <param name="line">From one row of a to the next.</param>
    /// <param name="gradient">[rows, reach, channels].</param>
    public unsafe void AddGradient(float* image, float* a, int line, float* gradient)
    {
        if (RunsAlong)
            AlongKernel.AddGradient(this, image, a, line, gradient);
        else
            AcrossChannelsGradient.Add(this, image, a, line, gradient);
    }

    public static int Vectors(int length) => (length + 7) / 8;

    /// <summary>All eight numbers, or the first few.</summary>
    public static unsafe void Store(Vector256<float> values, float* to, int count)
    {
        if (count >= 8)
            values.Store(to);
        else
            for (var i = 0; i < count; i++)
                to[i] = values[i];
    }

    private int Next(int column) =>
        Width < Block ? column + 1
        : column + Block == Width ? Width
        : Math.Min(column + Block, Width - Block);
}
