namespace Recto.Experiments.Models;

/// <summary>Room for one image with zeros around it.</summary>
/// <param name="size">Of the margin, in pixels.</param>
internal sealed unsafe class Margin(int height, int width, int channels, int size)
{
    private readonly Matrix room = new(1, (height + 2 * size) * (width + 2 * size) * channels + Convolution.Slack);

    public int Height => height;

    public int Width => width;

    public int Channels => channels;

    /// <summary>Numbers in a row, margins included.</summary>
    public int RowLength { get; } = (width + 2 * size) * channels;

    /// <summary>Numbers in a row without them.</summary>
    public int Line { get; } = width * channels;

    /// <summary>Where the image itself begins.</summary>
    public int First { get; } = (size * (width + 2 * size) + size) * channels;

    /// <summary>The image in its margin.</summary>
    public float* Around(ReadOnlySpan<float> image)
    {
        var to = room.Span;
        for (var row = 0; row < height; row++)
            image.Slice(row * Line, Line).CopyTo(to[(First + row * RowLength)..]);
        return room.Start;
    }
}
