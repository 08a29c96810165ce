using SkiaSharp;

namespace Recto.Figures;

/// <summary>Pictures → <see cref="Raster"/>, packed without loss.</summary>
public static class RasterFiles
{
    /// <summary>Skia's word for it; the same bytes everywhere, and few colours pack well.</summary>
    private const int Lossless = 100;

    /// <summary>A file for each theme.</summary>
    public static Raster OfThemes(string id, Func<Palette, SKBitmap> draw, bool crisp = false)
    {
        var files = new[] { Palette.Light, Palette.Dark }.ToDictionary(p => $"{id}.{p.Name}.webp", p => Pack(draw(p)));
        return new Raster(
            $"../figures/{id}.{Palette.Light.Name}.webp",
            $"../figures/{id}.{Palette.Dark.Name}.webp",
            crisp,
            files
        );
    }

    /// <summary>A file for both themes.</summary>
    public static Raster OfFile(string id, SKBitmap picture) =>
        new(
            $"../figures/{id}.webp",
            null,
            Crisp: false,
            new Dictionary<string, byte[]> { [$"{id}.webp"] = Pack(picture) }
        );

    /// <summary>In the page itself; its pixels stay squares.</summary>
    public static Raster Embedded(SKBitmap picture) =>
        new(
            $"data:image/webp;base64,{Convert.ToBase64String(Pack(picture))}",
            null,
            Crisp: true,
            new Dictionary<string, byte[]>()
        );

    private static byte[] Pack(SKBitmap picture)
    {
        using (picture)
        {
            using var data = picture.Encode(SKEncodedImageFormat.Webp, Lossless);
            return data.ToArray();
        }
    }
}
