using Recto.Content;
using Recto.Runs;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>What units of the first layer look for: their weights as pictures, orange above nought and blue below.</summary>
public static class FiltersFigure
{
    private const int NameRoom = 30;

    /// <summary>What the colours mean, measured from below the filters.</summary>
    private static readonly Box Scale = new(30, 22, 130, 10);

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var filters = source.Runs.Select(run => source.Array(run, "filters.npy", rank: 3)).OfType<NpyArray>().ToList();
        if (filters.Count < source.Runs.Count)
        {
            return null;
        }

        var grids = Grids([.. source.Runs.Select(r => RunNames.Of(source.Request.Runs)[r.Id])], filters);
        var scale = Scale with { Top = grids.Max(g => g.Bottom) + Scale.Top };
        var height = (int)scale.Bottom + 10;
        var raster = RasterFiles.OfThemes(source.Request.Id, p => Paint(grids, scale, height, p), crisp: true);
        return terms =>
            Draw(grids, scale, height, terms) with
            {
                Raster = raster,
                Data = [.. source.Runs.Select(r => $"{r.Id}/filters.npy")],
            };
    }

    /// <summary>One over the full width, or two side by side with their names above.</summary>
    private static List<FilterGrid> Grids(IReadOnlyList<string> names, List<NpyArray> filters) =>
        filters.Count == 1
            ? [new FilterGrid("", filters[0], Columns: 12, Rows: 4, Gap: 8, Left: 0, Top: 0)]
            :
            [
                .. filters.Select(
                    (f, i) => new FilterGrid(names[i], f, Columns: 6, Rows: 6, Gap: 6, Left: i * 394, Top: NameRoom)
                ),
            ];

    private static Drawing Draw(List<FilterGrid> grids, Box scale, int height, Terms terms)
    {
        using var sheet = new Sheet(height);
        sheet.AddPixels().Rectangle(Ink.Raster, 0, Sheet.FullWidth, 0, height);
        foreach (var grid in grids.Where(g => g.Name.Length > 0))
        {
            sheet.Write(
                new Word(grid.Left, 10, grid.Name)
                {
                    Across = Across.Start,
                    Ink = Ink.Text,
                    Bold = true,
                }
            );
        }

        var middle = scale.Top + scale.Height / 2;
        sheet.Write(new Word(scale.Left - 7, middle, "−1") { Across = Across.End });
        sheet.Write(new Word(scale.Right + 7, middle, $"1\u2003{terms["filter_scale"]}") { Across = Across.Start });
        return sheet.Finish();
    }

    private static SKBitmap Paint(List<FilterGrid> grids, Box scale, int height, Palette palette)
    {
        var picture = new SKBitmap(Sheet.FullWidth, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        picture.Erase(SKColors.Transparent);
        grids.ForEach(grid => grid.Paint(picture, palette));
        for (var x = 0; x < scale.Width; x++)
        {
            var colour = palette.Diverging(2 * x / (scale.Width - 1) - 1);
            picture.Erase(colour, SKRectI.Create((int)scale.Left + x, (int)scale.Top, 1, (int)scale.Height));
        }

        return picture;
    }
}
