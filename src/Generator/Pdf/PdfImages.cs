using System.Globalization;
using System.Text.RegularExpressions;

namespace Recto.Pdf;

/// <summary>Pictures of few colours as places in a palette, with no more bits than those need; nothing is lost.</summary>
public static partial class PdfImages
{
    /// <summary>The picture in fewer bytes; nothing where the object is none, or has too many colours.</summary>
    public static PdfObject? Packed(PdfObject o)
    {
        var image = Image().Match(o.Text);
        if (!image.Success)
        {
            return null;
        }

        var (width, height) = (Number("width"), Number("height"));
        var pixels = PdfPack.Inflate(o.Stream!);
        var isMask = image.Groups["space"].Value == "/DeviceGray";
        var size = isMask ? 1 : 3;
        if (pixels.Length != width * height * size)
        {
            return null;
        }

        var colours = new int[width * height];
        for (var i = 0; i < colours.Length; i++)
        {
            var at = i * size;
            colours[i] = isMask ? pixels[at] : pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2];
        }

        var palette = colours.Distinct().Order().ToList();
        if (palette.Count > 256 || (isMask && palette.Any(alpha => alpha is not (0 or 255))))
        {
            return null;
        }

        var bits = isMask ? 1 : BitsFor(palette.Count);
        var places = palette.Index().ToDictionary(c => c.Item, c => isMask ? c.Item / 255 : c.Index);
        var packed = PdfPack.Deflate(Rows([.. colours.Select(c => places[c])], width, bits));
        var space = isMask ? "/DeviceGray" : Indexed(image.Groups["space"].Value, palette);
        var text = o
            .Text.Replace(image.Groups["space"].Value, space, StringComparison.Ordinal)
            .Replace("/BitsPerComponent 8", $"/BitsPerComponent {bits}", StringComparison.Ordinal);
        return o with { Text = text, Stream = packed };

        int Number(string group) => int.Parse(image.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private static int BitsFor(int colours) =>
        colours switch
        {
            <= 2 => 1,
            <= 4 => 2,
            <= 16 => 4,
            _ => 8,
        };

    private static string Indexed(string space, List<int> palette) =>
        $"[/Indexed {space} {palette.Count - 1} <{string.Concat(palette.Select(c => c.ToString("X6", CultureInfo.InvariantCulture)))}>]";

    /// <summary>High bits first; each row begins with a byte of its own.</summary>
    private static byte[] Rows(int[] places, int width, int bits)
    {
        var stride = (width * bits + 7) / 8;
        var rows = new byte[stride * (places.Length / width)];
        for (var i = 0; i < places.Length; i++)
        {
            var (y, x) = (i / width, i % width * bits);
            rows[y * stride + x / 8] |= (byte)(places[i] << (8 - bits - x % 8));
        }

        return rows;
    }

    [GeneratedRegex(
        @"/Subtype /Image\n/Width (?<width>\d+)\n/Height (?<height>\d+)\n/ColorSpace (?<space>\[/ICCBased \d+ 0 R\]|/DeviceRGB|/DeviceGray)\n(/SMask \d+ 0 R\n)?/BitsPerComponent 8\n/Filter /FlateDecode"
    )]
    private static partial Regex Image();
}
