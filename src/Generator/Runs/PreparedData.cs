using System.Buffers.Binary;
using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Images with labels, all of one size; what a worker reads is made of them.</summary>
/// <param name="Pixels">Image by image, row by row, 0 to 255.</param>
public sealed record LabelledImages(byte[] Pixels, byte[] Labels);

/// <summary>Writes data sets as IDX files, the form that workers read, once for each digest.</summary>
public static class PreparedData
{
    public static IReadOnlyList<string> Parts { get; } = ["train", "test"];

    /// <param name="read">The part (<c>train</c> or <c>test</c>) → its images.</param>
    /// <returns>Role → file.</returns>
    public static IReadOnlyDictionary<string, DataFile> Of(
        DataSet set,
        DataPlaces places,
        Func<string, LabelledImages> read
    )
    {
        var folder = Path.Combine(places.Prepared, $"{set.Name}-{Keys.Digest([set.Digest, $"{set.Size}"])[..12]}");
        if (!Directory.Exists(folder))
        {
            var temporary = $"{folder}.{Environment.ProcessId}";
            Directory.CreateDirectory(temporary);
            foreach (var part in Parts)
            {
                var (pixels, labels) = read(part);
                Write(
                    Path.Combine(temporary, $"{part}.images"),
                    pixels,
                    labels.Length,
                    set.Size.Height,
                    set.Size.Width
                );
                Write(Path.Combine(temporary, $"{part}.labels"), labels, labels.Length);
            }

            Directory.Move(temporary, folder);
        }

        return Parts
            .SelectMany(part => new[] { $"{part}.images", $"{part}.labels" })
            .ToDictionary(role => role, role => FileOf(Path.Combine(folder, role)));
    }

    private static DataFile FileOf(string path) => new(path, FileDigests.OfFile(path));

    private static void Write(string path, byte[] bytes, params int[] shape)
    {
        using var file = File.Create(path);
        file.Write([0, 0, 8, (byte)shape.Length]);
        var size = new byte[4];
        foreach (var length in shape)
        {
            BinaryPrimitives.WriteInt32BigEndian(size, length);
            file.Write(size);
        }

        file.Write(bytes);
    }
}
