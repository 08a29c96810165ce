using Recto.Content;
using Recto.Diagnostics;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>Rows of test images: what went in over what came out, and the noisy input between them where there is one.</summary>
public static class ReconstructionsFigure
{
    /// <summary>CSS pixels a pixel of the data, so that squares stay squares at 1:1.</summary>
    private const int Scale = 2;

    /// <summary>Pixels of the data between two images.</summary>
    private const int Gap = 6;

    private const int Most = 10;

    private static readonly (string File, string Term, bool Optional)[] Rows =
    [
        ("inputs.npy", "inputs", false),
        ("noisy.npy", "noisy", true),
        ("outputs.npy", "outputs", false),
    ];

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var run = source.Runs[0];
        var rows = Rows.Where(row => !row.Optional || FigureSource.Has(run, row.File)).ToList();
        var images = rows.Select(row => source.Array(run, row.File, rank: 3)).OfType<NpyArray>().ToList();
        if (images.Count < rows.Count)
        {
            return null;
        }

        if (images.FindIndex(i => !i.Shape.SequenceEqual(images[0].Shape)) is > 0 and var odd)
        {
            var expected = $"({string.Join(", ", images[0].Shape)}), as '{rows[0].File}'";
            source.Bag.Add(
                Errors.ArtifactShapeWrong(source.Request.Place, run.Id, rows[odd].File, images[odd].Shape, expected)
            );
            return null;
        }

        var raster = Raster(images);
        IReadOnlyList<string> data = [.. rows.Select(row => $"{run.Id}/{row.File}")];
        return terms => Draw(images[0], [.. rows.Select(row => terms[row.Term])], raster) with { Data = data };
    }

    private static Drawing Draw(NpyArray images, IReadOnlyList<string> labels, Raster raster)
    {
        var (width, height) = Size(images, labels.Count);
        var left = Sheet.FullWidth - width * Scale;
        using var sheet = new Sheet(height * Scale, Frame.Pixels(Sheet.FullWidth, height * Scale));
        sheet.Rectangle(Ink.Raster, left, Sheet.FullWidth, 0, height * Scale);
        for (var row = 0; row < labels.Count; row++)
        {
            var middle = (row * (images.Shape[1] + Gap) + images.Shape[1] / 2.0) * Scale;
            sheet.Write(new Word(left - 16, middle, labels[row]) { Across = Across.End });
        }

        return sheet.Finish() with
        {
            Raster = raster,
        };
    }

    /// <summary>One picture for all images, small since its pixels are the data's.</summary>
    private static Raster Raster(List<NpyArray> rows)
    {
        var (width, height) = Size(rows[0], rows.Count);
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        bitmap.Erase(SKColors.Transparent);
        for (var row = 0; row < rows.Count; row++)
        {
            Paint(bitmap, rows[row], row);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        var address = $"data:image/png;base64,{Convert.ToBase64String(png.AsSpan())}";
        return new Raster(address, null, Crisp: true, Files: new Dictionary<string, byte[]>());
    }

    /// <summary>Grey as the data has it, nought black: dark specks in the text are dark in the figure, in any theme.</summary>
    private static void Paint(SKBitmap bitmap, NpyArray images, int row)
    {
        var (h, w) = (images.Shape[1], images.Shape[2]);
        for (var i = 0; i < Count(images) * h * w; i++)
        {
            var grey = (byte)Math.Round(255 * Math.Clamp(images.Values[i], 0, 1));
            var (column, y, x) = (i / (h * w), i / w % h, i % w);
            bitmap.SetPixel(column * (w + Gap) + x, row * (h + Gap) + y, new SKColor(grey, grey, grey));
        }
    }

    private static int Count(NpyArray images) => Math.Min(Most, images.Shape[0]);

    private static (int Width, int Height) Size(NpyArray images, int rows) =>
        (Count(images) * (images.Shape[2] + Gap) - Gap, rows * (images.Shape[1] + Gap) - Gap);
}
