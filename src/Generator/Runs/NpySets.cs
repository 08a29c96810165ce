using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Data sets of NumPy arrays: <c>uint8</c> images [n, height, width] or [n, pixels], whole numbers as labels [n].</summary>
public static class NpySets
{
    /// <exception cref="InvalidDataException">The arrays are not of that form.</exception>
    public static IReadOnlyDictionary<string, DataFile> Provide(
        DataSet set,
        IReadOnlyDictionary<string, DataFile> files,
        DataPlaces places
    ) => files.Count == 0 ? files : PreparedData.Of(set, places, part => Read(set, part, files));

    private static LabelledImages Read(DataSet set, string part, IReadOnlyDictionary<string, DataFile> files)
    {
        var (images, labels) = (Array(set, $"{part}.images", files), Array(set, $"{part}.labels", files));
        var (height, width) = set.Size;
        var isRight = images.Shape is [_, var h, var w]
            ? (h, w) == (height, width)
            : images.Shape is [_, var p] && p == height * width;
        if (!isRight)
        {
            throw Wrong(
                set,
                $"{part}.images",
                $"has shape ({string.Join(", ", images.Shape)}), expected (n, {height}, {width}); other sizes are declared as size: [height, width]"
            );
        }

        if (labels.Shape is not [var count] || count != images.Shape[0])
        {
            throw Wrong(
                set,
                $"{part}.labels",
                $"has shape ({string.Join(", ", labels.Shape)}), expected ({images.Shape[0]}), one a image"
            );
        }

        return new(Bytes(set, $"{part}.images", images), Bytes(set, $"{part}.labels", labels));
    }

    private static NpyArray Array(DataSet set, string role, IReadOnlyDictionary<string, DataFile> files)
    {
        try
        {
            return NpyFile.Read(files[role].Path);
        }
        catch (InvalidDataException e)
        {
            throw Wrong(set, role, e.Message["it ".Length..]);
        }
    }

    private static byte[] Bytes(DataSet set, string role, NpyArray array)
    {
        var odd = System.Array.FindIndex(array.Values, v => v is < 0 or > 255 || v != MathF.Floor(v));
        return odd < 0
            ? System.Array.ConvertAll(array.Values, v => (byte)v)
            : throw Wrong(set, role, $"holds {array.Values[odd]}, expected whole numbers from 0 to 255");
    }

    private static InvalidDataException Wrong(DataSet set, string role, string why) =>
        new(FormattableString.Invariant($"{set.Files.First(f => f.Role == role).Name}: it {why}"));
}
