using Recto.Content;
using Recto.Runs;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>What a decoder makes of each place of a plane of codes, drawn there.</summary>
public static class ManifoldFigure
{
    /// <summary>Codes of the outermost pictures, both ways: those the probe decodes.</summary>
    private const double Reach = 4;

    private const int Side = 580;
    private const int MostTicks = 5;

    /// <summary>As many as are told apart in pictures that small; more would double the bytes.</summary>
    private const int Greys = 16;

    private static readonly Box Box = new((Sheet.FullWidth - Side) / 2.0, 26, Side, Side);

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var run = source.Runs[0];
        if (source.Array(run, "manifold.npy", rank: 4) is not { } pictures)
        {
            return null;
        }

        var raster = RasterFiles.OfFile(source.Request.Id, Paint(pictures));
        return _ => Draw(pictures, raster) with { Data = [$"{run.Id}/manifold.npy"] };
    }

    private static Drawing Draw(NpyArray pictures, Raster raster)
    {
        // A picture stands around its code.
        var x = Reach * (1 + 1.0 / (pictures.Shape[1] - 1));
        var y = Reach * (1 + 1.0 / (pictures.Shape[0] - 1));
        using var sheet = new Sheet((int)Box.Bottom + 36);
        var pane = sheet.Add(new Frame(Box, -x, x, -y, y));
        pane.MarkX(Ticks.Inside(-x, x, MostTicks), grid: false);
        pane.MarkY(Ticks.Inside(-y, y, MostTicks), grid: false);
        pane.Rectangle(Ink.Raster, -x, x, y, -y);
        sheet.Write(new Word(Box.Left, Box.Top - 16, "z") { Index = "2", Across = Across.Start });
        sheet.Write(new Word(Box.Right + 8, Box.Bottom, "z") { Index = "1", Across = Across.Start });
        return sheet.Finish() with { Raster = raster };
    }

    /// <summary>Side by side without a seam; grey as the data has it, nought black.</summary>
    private static SKBitmap Paint(NpyArray pictures)
    {
        var (columns, h, w) = (pictures.Shape[1], pictures.Shape[2], pictures.Shape[3]);
        var picture = new SKBitmap(columns * w, pictures.Shape[0] * h, SKColorType.Rgba8888, SKAlphaType.Opaque);
        foreach (var (i, value) in pictures.Values.Index())
        {
            var grey = (byte)(Math.Round(value / 255 * (Greys - 1)) * 255 / (Greys - 1));
            var (tile, y, x) = (i / (h * w), i / w % h, i % w);
            picture.SetPixel(tile % columns * w + x, tile / columns * h + y, new SKColor(grey, grey, grey));
        }

        return picture;
    }
}
