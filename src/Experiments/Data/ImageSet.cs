namespace Recto.Experiments.Data;

/// <summary>Labelled grey images.</summary>
/// <param name="Pixels">[Count × Height × Width], 0 to 255, row by row.</param>
/// <param name="Labels">[Count].</param>
public sealed record ImageSet(byte[] Pixels, byte[] Labels, int Height, int Width)
{
    public int Count => Labels.Length;

    /// <summary>Pixels of one image.</summary>
    public int Size => Height * Width;

    public ReadOnlySpan<byte> this[int image] => Pixels.AsSpan(image * Size, Size);
}

/// <summary>What a run learns from, and what it is judged by.</summary>
public sealed record Dataset(ImageSet Train, ImageSet Test);
