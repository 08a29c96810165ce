using Recto.Experiments.Data;

namespace Recto.Experiments.Training;

/// <summary>What a network learns from: images, or the codes of layers that are trained already.</summary>
public sealed class Samples
{
    private readonly byte[] pixels = [];
    private readonly float[] values = [];

    public Samples(ImageSet images) => (pixels, Size, Count) = (images.Pixels, images.Size, images.Count);

    /// <param name="values">[count × size].</param>
    public Samples(float[] values, int size) => (this.values, Size, Count) = (values, size, values.Length / size);

    public int Size { get; }

    public int Count { get; }

    /// <summary>Images as fractions of white; codes as they are.</summary>
    public void Copy(int first, Span<float> to)
    {
        if (pixels.Length > 0)
            Pixels.Scale(pixels.AsSpan(first * Size, to.Length), to);
        else
            values.AsSpan(first * Size, to.Length).CopyTo(to);
    }
}
