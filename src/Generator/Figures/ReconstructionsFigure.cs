using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>Rows of test images: what went in, with noise where there is any, over what came out.</summary>
/// <remarks>Of several runs, rows that are the same in all come first; each run's own stand below its name.</remarks>
public static class ReconstructionsFigure
{
    /// <summary>CSS pixels a pixel of the data, so that squares stay squares at 1:1.</summary>
    private const int Scale = 2;

    /// <summary>Pixels of the data between two images.</summary>
    private const int Gap = 6;

    /// <summary>Pixels of the data for the name of a run, above its rows.</summary>
    private const int NameRoom = 16;

    private const int Most = 10;

    /// <summary>Pixels of the data that an image is wide or high, at least: smaller ones are enlarged by a whole number.</summary>
    private const int Least = 28;

    /// <summary>Pixels of the data beside the rows' words: ten images of 28.</summary>
    private const int MostWidth = Most * (28 + Gap) - Gap;

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var rows = source.Runs.SelectMany(run => Rows(source, run)).ToList();
        if (rows.Exists(r => r.Images is null) || !SameShape(source, rows))
        {
            return null;
        }

        var placed = Place(rows, RunNames.Of(source.Request.Runs));
        var raster = RasterFiles.Embedded(Paint(placed));
        return terms => Draw(placed, raster, terms) with { Data = [.. rows.Select(r => $"{r.Run.Id}/{r.File}")] };
    }

    private sealed record Row(Run Run, string Kind, NpyArray? Images)
    {
        public string File => $"{Kind}.npy";
    }

    /// <param name="Name">Of the run, above the row; absent where it has none or needs none.</param>
    /// <param name="Y">Upper edge, in pixels of the data.</param>
    private sealed record PlacedRow(string Kind, NpyArray Images, string? Name, int Y)
    {
        public int Bottom => Y + Height(Images);
    }

    private static IEnumerable<Row> Rows(FigureSource source, Run run)
    {
        var kinds = source.Request.Options.TryGetValue(FigureKinds.Rows, out var asked)
            ? asked.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : FigureKinds.RowKinds.Where(kind => kind != FigureKinds.Noisy || FigureSource.Has(run, $"{kind}.npy"));
        return kinds.Select(kind => new Row(run, kind, source.Array(run, $"{kind}.npy", rank: 3)));
    }

    private static bool SameShape(FigureSource source, List<Row> rows)
    {
        var shape = rows[0].Images!.Shape;
        var odd = rows.Find(r => !r.Images!.Shape.SequenceEqual(shape));
        if (odd is not null)
        {
            var expected = $"({string.Join(", ", shape)}), as '{rows[0].File}'";
            source.Bag.Add(
                Errors.ArtifactShapeWrong(source.Request.Place, odd.Run.Id, odd.File, odd.Images!.Shape, expected)
            );
        }

        return odd is null;
    }

    private static List<PlacedRow> Place(List<Row> rows, IReadOnlyDictionary<string, string> names)
    {
        var common = rows.GroupBy(r => r.Kind)
            .Where(same =>
                same.Count() == names.Count
                && same.All(r => r.Images!.Values.SequenceEqual(same.First().Images!.Values))
            )
            .Select(same => same.First())
            .ToList();
        var placed = new List<PlacedRow>();
        foreach (var row in common)
        {
            Add(row, null);
        }

        foreach (var run in rows.Where(r => !common.Exists(c => c.Kind == r.Kind)).GroupBy(r => r.Run.Id))
        {
            foreach (var (i, row) in run.Index())
            {
                Add(row, i == 0 ? names[run.Key] : null);
            }
        }

        return placed;

        void Add(Row row, string? name)
        {
            var above = placed.Count == 0 ? -Gap : placed[^1].Bottom;
            var room = string.IsNullOrEmpty(name) ? 0 : NameRoom;
            placed.Add(new PlacedRow(row.Kind, row.Images!, name, above + Gap + room));
        }
    }

    private static Drawing Draw(List<PlacedRow> rows, Raster raster, Terms terms)
    {
        var (width, height) = (Width(rows) * Scale, rows[^1].Bottom * Scale);
        var left = Sheet.FullWidth - width;
        using var sheet = new Sheet(height);
        sheet.AddPixels().Rectangle(Ink.Raster, left, Sheet.FullWidth, 0, height);
        foreach (var row in rows)
        {
            var middle = (row.Y + Height(row.Images) / 2.0) * Scale;
            sheet.Write(new Word(left - 16, middle, terms[row.Kind]) { Across = Across.End });
            if (!string.IsNullOrEmpty(row.Name))
            {
                var above = (row.Y - NameRoom / 2.0) * Scale;
                sheet.Write(
                    new Word(left, above, row.Name)
                    {
                        Across = Across.Start,
                        Ink = Ink.Text,
                        Bold = true,
                    }
                );
            }
        }

        return sheet.Finish() with
        {
            Raster = raster,
        };
    }

    /// <summary>One picture for all images, small since its pixels are the data's.</summary>
    private static SKBitmap Paint(List<PlacedRow> rows)
    {
        var picture = new SKBitmap(Width(rows), rows[^1].Bottom, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        picture.Erase(SKColors.Transparent);
        foreach (var row in rows)
        {
            Paint(picture, row.Images, row.Y);
        }

        return picture;
    }

    /// <summary>Grey as the data has it, nought black: dark specks in the text are dark in the figure, in any theme.</summary>
    private static void Paint(SKBitmap picture, NpyArray images, int top)
    {
        var (h, w) = (images.Shape[1], images.Shape[2]);
        var zoom = Zoom(images);
        using var canvas = new SKCanvas(picture);
        using var paint = new SKPaint();
        for (var i = 0; i < Count(images) * h * w; i++)
        {
            var grey = (byte)Math.Round(255 * Math.Clamp(images.Values[i], 0, 1));
            var (column, y, x) = (i / (h * w), i / w % h, i % w);
            paint.Color = new SKColor(grey, grey, grey);
            canvas.DrawRect(column * (zoom * w + Gap) + zoom * x, top + zoom * y, zoom, zoom, paint);
        }
    }

    private static int Zoom(NpyArray images) => Math.Max(1, Least / Math.Max(images.Shape[1], images.Shape[2]));

    private static int Height(NpyArray images) => Zoom(images) * images.Shape[1];

    private static int Width(NpyArray images) => Zoom(images) * images.Shape[2];

    /// <summary>As many as fit.</summary>
    private static int Count(NpyArray images) =>
        Math.Clamp((MostWidth + Gap) / (Width(images) + Gap), 1, Math.Min(Most, images.Shape[0]));

    private static int Width(List<PlacedRow> rows) => Count(rows[0].Images) * (Width(rows[0].Images) + Gap) - Gap;
}
