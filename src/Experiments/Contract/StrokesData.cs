namespace Recto.Experiments.Contract;

/// <summary>The embedded data set, as far as a key must know it.</summary>
public static class StrokesData
{
    /// <summary>Raised with every change of the images that are drawn.</summary>
    public const int Version = 1;

    /// <summary>Stands for the images in <see cref="DataSpec.Digest"/>, so that nothing need be drawn to know a key.</summary>
    public static string Digest { get; } = Keys.Digest($"strokes {Version}");
}
