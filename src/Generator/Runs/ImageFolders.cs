using System.Globalization;
using Recto.Content;
using Recto.Experiments.Contract;
using SkiaSharp;

namespace Recto.Runs;

/// <summary>
/// Data sets of PNG and JPEG files: <c>train/</c> and <c>test/</c>, in each a folder a class, or images beside a
/// <c>labels.csv</c> with a line <c>file,label</c> for each. Colours become grey.
/// </summary>
public static class ImageFolders
{
    private const string Labels = "labels.csv";
    private const int MostClasses = 256;

    /// <exception cref="InvalidDataException">The folder is not there, not as declared, or a file in it is not right.</exception>
    public static IReadOnlyDictionary<string, DataFile> Provide(DataSet set, DataPlaces places)
    {
        var searched = places.Folders.Select(f => Path.Combine(f, set.Name)).ToList();
        var folder =
            searched.Find(Directory.Exists)
            ?? throw new InvalidDataException($"there is no folder {string.Join(" or ", searched)}");
        var digest = DigestOf(folder);
        if (digest != set.Sha256)
        {
            var was = set.Sha256 is null
                ? "its digest is not declared"
                : $"its files have changed since sha256: {set.Sha256[..12]}… was declared";
            throw new InvalidDataException($"{was}; if {folder} is as it shall be, write\n  sha256: {digest}");
        }

        // What was prepared before needs no second look at thousands of names.
        var classes = new Lazy<Dictionary<string, byte>>(() => ClassesOf(folder));
        return PreparedData.Of(set, places, part => Read(folder, part, classes.Value, set.Size));
    }

    /// <summary>Over the names and bytes of all images and labels below a folder.</summary>
    public static string DigestOf(string folder) =>
        Keys.Digest(
            FileDigests
                .OfTree(folder)
                .Where(f => IsImage(f.Key) || Path.GetFileName(f.Key) == Labels)
                .Select(f => $"{f.Key} {f.Value}")
        );

    private static bool IsImage(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg";

    /// <summary>Numbers as they are; other names in their order.</summary>
    private static Dictionary<string, byte> ClassesOf(string folder)
    {
        var names = PreparedData
            .Parts.SelectMany(part => Images(folder, part).Select(i => i.Class))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count > MostClasses)
        {
            throw new InvalidDataException(
                $"{folder} has {names.Count} classes; at most {MostClasses} can be told apart"
            );
        }

        return names.TrueForAll(n => byte.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? names.ToDictionary(n => n, n => byte.Parse(n, CultureInfo.InvariantCulture))
            : names.Index().ToDictionary(n => n.Item, n => (byte)n.Index);
    }

    /// <summary>Each with the name of its class, in the order of their names.</summary>
    private static List<(string Path, string Class)> Images(string folder, string part)
    {
        var all = Path.Combine(folder, part);
        List<(string Path, string Class)> images =
            !Directory.Exists(all) ? []
            : File.Exists(Path.Combine(all, Labels)) ? Listed(all)
            : Directory
                .EnumerateDirectories(all)
                .SelectMany(d => Directory.EnumerateFiles(d).Where(IsImage).Select(f => (f, Path.GetFileName(d))))
                .OrderBy(i => Path.GetRelativePath(all, i.f).Replace('\\', '/'), StringComparer.Ordinal)
                .ToList();
        return images.Count > 0
            ? images
            : throw new InvalidDataException(
                $"there are no images in {all}, neither in folders of their classes nor named in a {Labels}"
            );
    }

    private static List<(string Path, string Class)> Listed(string folder)
    {
        var listed = new List<(string, string)>();
        foreach (
            var (i, line) in File.ReadAllLines(Path.Combine(folder, Labels))
                .Index()
                .Where(l => l.Item.Trim().Length > 0)
        )
        {
            if (line.Split(',') is not [var name, var label])
            {
                throw new InvalidDataException($"{Path.Combine(folder, Labels)}({i + 1},1) must be file,label");
            }

            if (i > 0 || line.Trim() != "file,label")
            {
                listed.Add((Path.Combine(folder, name.Trim()), label.Trim()));
            }
        }

        return listed;
    }

    private static LabelledImages Read(
        string folder,
        string part,
        Dictionary<string, byte> classes,
        (int Height, int Width) size
    )
    {
        var images = Images(folder, part);
        try
        {
            var pixels = images.AsParallel().AsOrdered().Select(i => Grey(i.Path, size)).ToList();
            return new([.. pixels.SelectMany(p => p)], [.. images.Select(i => classes[i.Class])]);
        }
        catch (AggregateException e)
        {
            throw e.InnerExceptions.OfType<InvalidDataException>().MinBy(i => i.Message, StringComparer.Ordinal)
                ?? (Exception)e;
        }
    }

    private static byte[] Grey(string path, (int Height, int Width) size)
    {
        using var codec = SKCodec.Create(path, out var result);
        if (result != SKCodecResult.Success)
        {
            throw new InvalidDataException($"{path} is not there, or no PNG or JPEG file");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((height, width) != size)
        {
            throw new InvalidDataException(
                $"{path} is {height}×{width}, expected {size.Height}×{size.Width}; other sizes are declared as size: [height, width]"
            );
        }

        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = SKBitmap.Decode(codec, info) ?? throw new InvalidDataException($"{path} is cut short");
        var colours = bitmap.GetPixelSpan();
        var grey = new byte[width * height];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = Luma(colours.Slice(4 * i, 4));
        }

        return grey;
    }

    /// <summary>ITU-R BT.601, on black where it is transparent; in whole numbers, the same everywhere.</summary>
    private static byte Luma(ReadOnlySpan<byte> rgba) =>
        (byte)(((299 * rgba[0] + 587 * rgba[1] + 114 * rgba[2]) * rgba[3] + 127_500) / 255_000);
}
