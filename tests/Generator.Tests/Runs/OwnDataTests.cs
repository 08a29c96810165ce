using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;
using Recto.Tests.Figures;
using SkiaSharp;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>Data of an author's own: arrays, and folders of images. Workers read both as IDX files.</summary>
public static class OwnDataTests
{
    [Fact]
    public static async Task A_folder_a_class_of_images_is_read_in_the_order_of_names()
    {
        using var scratch = new Scratch();
        Picture(scratch, "train/cat/b.png", SKColors.Red);
        Picture(scratch, "train/cat/a.png", SKColors.White);
        Picture(scratch, "train/ape/c.jpg", SKColors.Black);
        Picture(scratch, "test/cat/d.png", new SKColor(0, 0, 255, 0));
        scratch.Write("data/shapes/train/cat/notes.txt", "no image");
        var files = await FilesAsync(scratch, Images(scratch));
        Assert.Equal(
            "ape cat cat",
            string.Join(' ', Bytes(files, "train.labels", 8).Select(l => l == 0 ? "ape" : "cat"))
        );
        // Black, white, and of red 0.299; each image has six pixels.
        Assert.Equal([0, 255, 76], Bytes(files, "train.images", 16).Chunk(6).Select(i => (int)i[3]));
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 3], Bytes(files, "train.images", 4)[..12]);
        Assert.Equal([0], Bytes(files, "test.images", 16).Distinct().Select(b => (int)b));
    }

    [Fact]
    public static async Task Labels_stand_in_a_list_and_numbers_are_classes_as_they_are()
    {
        using var scratch = new Scratch();
        Picture(scratch, "train/x.png", SKColors.White);
        Picture(scratch, "train/y.png", SKColors.Black);
        Picture(scratch, "test/7/z.png", SKColors.White);
        scratch.Write("data/shapes/train/labels.csv", "file,label\ny.png,3\nx.png,7\n");
        var files = await FilesAsync(scratch, Images(scratch));
        Assert.Equal([3, 7], Bytes(files, "train.labels", 8).Select(b => (int)b));
        Assert.Equal([7], Bytes(files, "test.labels", 8).Select(b => (int)b));
        Assert.Equal([0, 255], Bytes(files, "train.images", 16).Chunk(6).Select(i => (int)i[0]));
    }

    [Fact]
    public static async Task A_digest_that_is_not_declared_or_no_longer_right_is_told()
    {
        using var scratch = new Scratch();
        Picture(scratch, "train/a/1.png", SKColors.White);
        Picture(scratch, "test/a/1.png", SKColors.White);
        var right = Images(scratch);
        Assert.EndsWith(
            $"its digest is not declared; if {scratch["data/shapes"]} is as it shall be, write\n  sha256: {right.Sha256}",
            await MistakeAsync(scratch, right with { Sha256 = null }),
            StringComparison.Ordinal
        );
        Picture(scratch, "train/a/2.png", SKColors.Black);
        Assert.StartsWith(
            $"content/report.yml(20,3): error data-unfit: data set 'shapes' cannot be used: its files have changed since sha256: {right.Sha256![..12]}… was declared",
            await MistakeAsync(scratch, right),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static async Task What_is_wrong_with_a_folder_is_told_with_its_file()
    {
        using var scratch = new Scratch();
        Picture(scratch, "train/a/1.png", SKColors.White);
        Assert.EndsWith(
            $"there are no images in {scratch["data/shapes/test"]}, neither in folders of their classes nor named in a labels.csv",
            await MistakeAsync(scratch, Images(scratch)),
            StringComparison.Ordinal
        );
        Picture(scratch, "test/a/1.png", SKColors.White, width: 5);
        Assert.EndsWith(
            $"{scratch["data/shapes/test/a/1.png"]} is 2×5, expected 2×3; other sizes are declared as size: [height, width]",
            await MistakeAsync(scratch, Images(scratch)),
            StringComparison.Ordinal
        );
        scratch.Write("data/shapes/test/a/1.png", "no picture");
        Assert.EndsWith(
            $"{scratch["data/shapes/test/a/1.png"]} is not there, or no PNG or JPEG file",
            await MistakeAsync(scratch, Images(scratch)),
            StringComparison.Ordinal
        );
        scratch.Write("data/shapes/test/labels.csv", "file,label\n1.png;3\n");
        Assert.EndsWith(
            $"{scratch["data/shapes/test/labels.csv"]}(2,1) must be file,label",
            await MistakeAsync(scratch, Images(scratch)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static async Task Arrays_of_NumPy_are_data_too()
    {
        using var scratch = new Scratch();
        var set = Arrays(scratch, Npy.Bytes<byte>([1, 2, 3, 4, 5, 6], 1, 6), Npy.Bytes<long>([9], 1));
        var files = await FilesAsync(scratch, set);
        Assert.Equal([1, 2, 3, 4, 5, 6], Bytes(files, "train.images", 16).Select(b => (int)b));
        Assert.Equal([9], Bytes(files, "test.labels", 8).Select(b => (int)b));
    }

    public static TheoryData<byte[], byte[], string> WrongArrays =>
        new()
        {
            {
                Npy.Bytes<byte>([1, 2, 3, 4], 1, 2, 2),
                Npy.Bytes<byte>([1], 1),
                "images.npy: it has shape (1, 2, 2), expected (n, 2, 3); other sizes are declared as size: [height, width]"
            },
            {
                Npy.Bytes<byte>([1, 2, 3, 4, 5, 6], 1, 2, 3),
                Npy.Bytes<byte>([1, 2], 2),
                "labels.npy: it has shape (2), expected (1), one a image"
            },
            {
                Npy.Bytes([0.5f, 0, 0, 0, 0, 0], 1, 2, 3),
                Npy.Bytes<byte>([1], 1),
                "images.npy: it holds 0.5, expected whole numbers from 0 to 255"
            },
            { [1, 2, 3], Npy.Bytes<byte>([1], 1), "images.npy: it is no .npy file of format 1.0" },
        };

    [Theory]
    [MemberData(nameof(WrongArrays))]
    public static async Task Arrays_of_another_form_are_told(byte[] images, byte[] labels, string mistake)
    {
        using var scratch = new Scratch();
        Assert.EndsWith(
            mistake,
            await MistakeAsync(scratch, Arrays(scratch, images, labels)),
            StringComparison.Ordinal
        );
    }

    private static void Picture(Scratch scratch, string path, SKColor colour, int width = 3)
    {
        using var bitmap = new SKBitmap(width, 2, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        bitmap.Erase(colour);
        using var data = bitmap.Encode(
            path.EndsWith(".jpg", StringComparison.Ordinal) ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png,
            100
        );
        scratch.Write($"data/shapes/{path}", data.ToArray());
    }

    private static DataSet Images(Scratch scratch) =>
        new("shapes", DataKind.Idx, "0", [], [], new Place("content/report.yml", 20, 3))
        {
            Form = DataForm.Images,
            Sha256 = ImageFolders.DigestOf(scratch["data/shapes"]),
            Size = (2, 3),
        };

    private static DataSet Arrays(Scratch scratch, byte[] images, byte[] labels)
    {
        scratch.Write("data/shapes/images.npy", images);
        scratch.Write("data/shapes/labels.npy", labels);
        var files = new[] { "train", "test" }.SelectMany(part =>
            new[]
            {
                new DataSetFile($"{part}.images", "images.npy", FileDigests.OfBytes(images)),
                new DataSetFile($"{part}.labels", "labels.npy", FileDigests.OfBytes(labels)),
            }
        );
        return Images(scratch) with { Form = DataForm.Npy, Files = [.. files], Sha256 = null };
    }

    private static async Task<IReadOnlyDictionary<string, DataFile>> FilesAsync(Scratch scratch, DataSet set)
    {
        var (files, mistakes) = await ProvideAsync(scratch, set);
        Assert.Empty(mistakes);
        return files;
    }

    private static async Task<string> MistakeAsync(Scratch scratch, DataSet set)
    {
        var (files, mistakes) = await ProvideAsync(scratch, set);
        Assert.Empty(files);
        return Assert.Single(mistakes);
    }

    private static async Task<(IReadOnlyDictionary<string, DataFile> Files, List<string> Mistakes)> ProvideAsync(
        Scratch scratch,
        DataSet set
    )
    {
        using var http = new HttpClient();
        var places = new DataPlaces([scratch["data"]], scratch["user"]);
        var bag = new DiagnosticBag();
        var sets = new DataSets(places, new Download(http, TimeSpan.FromSeconds(1), _ => { }));
        var files = await sets.ProvideAsync(set, bag, TestContext.Current.CancellationToken);
        return (files, [.. bag.Sorted().Select(d => d.ToString())]);
    }

    /// <summary>Without the header of an IDX file.</summary>
    private static byte[] Bytes(IReadOnlyDictionary<string, DataFile> files, string role, int header) =>
        File.ReadAllBytes(files[role].Path)[header..];
}
