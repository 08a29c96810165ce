using SkiaSharp;

namespace Recto.Figures;

/// <summary>Thousands of dots as pixels: as vectors they would weigh more than the page.</summary>
public static class DotsRaster
{
    /// <summary>Pixels of the picture a CSS pixel; scaling down smooths the dots, on dense screens and in print.</summary>
    public const int Scale = 2;

    /// <summary>CSS pixels; so small that a crowd shows how dense it is.</summary>
    private const float Radius = 1.6f;

    /// <summary>The same where two clouds share the sheet.</summary>
    private const float SmallRadius = 1.3f;

    /// <summary>A picture for each theme of what fills the box of the sheet.</summary>
    public static Raster Draw(string id, Box box, IReadOnlyList<Cloud> clouds) =>
        RasterFiles.OfThemes(id, palette => Draw(box, clouds, palette));

    /// <summary>A transparent picture of exactly the box.</summary>
    public static SKBitmap Draw(Box box, IReadOnlyList<Cloud> clouds, Palette palette)
    {
        var picture = new SKBitmap((int)box.Width * Scale, (int)box.Height * Scale);
        picture.Erase(SKColors.Transparent);
        using var canvas = new SKCanvas(picture);
        // Smooth rims would make thousands of colours, twice the bytes, and floats where now are none.
        using var paint = new SKPaint { IsAntialias = false };
        var radius = (clouds.Count > 1 ? SmallRadius : Radius) * Scale;
        foreach (var cloud in clouds)
        {
            foreach (var dot in Shuffled(cloud.Dots))
            {
                var x = (float)(cloud.Frame.X(dot.X) - box.Left) * Scale;
                var y = (float)(cloud.Frame.Y(dot.Y) - box.Top) * Scale;
                paint.Color = palette.Classes[dot.Class % palette.Classes.Count];
                canvas.DrawCircle(x, y, radius, paint);
            }
        }

        return picture;
    }

    /// <summary>A fixed order in which no class lies on top of another.</summary>
    private static List<Dot> Shuffled(IReadOnlyList<Dot> dots) =>
        [
            .. dots.Select((dot, i) => (dot, key: unchecked((uint)i * 2654435761u)))
                .OrderBy(p => p.key)
                .Select(p => p.dot),
        ];
}
