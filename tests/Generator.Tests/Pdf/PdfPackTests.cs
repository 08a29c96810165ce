using System.Text;
using CsCheck;
using Recto.Pdf;
using UglyToad.PdfPig;
using Xunit;

namespace Recto.Tests.Pdf;

public static class PdfPackTests
{
    [Fact]
    public static void What_is_no_print_of_Chromium_s_is_refused() =>
        Assert.Throws<InvalidDataException>(() => PdfFile.Read("%PDF-1.7\n%%EOF\n"u8.ToArray()));

    /// <summary>Every kind of picture that Skia writes, by an independent reader: nothing may be lost.</summary>
    [Theory]
    [InlineData("/DeviceRGB", 3, 2, 1)]
    [InlineData("/DeviceRGB", 3, 10, 4)]
    [InlineData("/DeviceRGB", 3, 200, 8)]
    public static void A_picture_of_few_colours_gets_a_palette_and_keeps_every_pixel(
        string space,
        int size,
        int colours,
        int bits
    ) =>
        Gen.Int[1, 40]
            .Select(Gen.Int[1, 40], Gen.UInt)
            .Sample(
                (width, height, seed) =>
                {
                    var pixels = Pixels(width * height, size, colours, seed);
                    var packed = PdfImages.Packed(Picture(width, height, space, pixels))!;
                    var found = Int(packed.Text, "/BitsPerComponent ");
                    Assert.True(found <= bits);
                    Assert.Equal(pixels, Unpacked(packed, width, height, found));
                },
                iter: 20
            );

    [Fact]
    public static void A_mask_of_yes_and_no_has_a_bit_a_pixel()
    {
        var packed = PdfImages.Packed(Picture(9, 1, "/DeviceGray", [255, 0, 0, 0, 0, 0, 0, 255, 255]))!;

        Assert.Contains("/ColorSpace /DeviceGray\n/BitsPerComponent 1", packed.Text, StringComparison.Ordinal);
        Assert.Equal([0b10000001, 0b10000000], PdfPack.Inflate(packed.Stream!));
    }

    [Theory]
    [InlineData("/DeviceGray", new byte[] { 255, 128 })]
    [InlineData("/DeviceRGB", new byte[] { 255, 128 })]
    public static void Soft_masks_and_what_has_another_shape_stay_as_they_are(string space, byte[] bytes) =>
        Assert.Null(PdfImages.Packed(Picture(2, 1, space, bytes)));

    [Fact]
    public static async Task A_packed_print_is_smaller_and_reads_the_same()
    {
        var printed = (await PrintFixture.Printed)[0];
        using var pdf = PdfDocument.Open(printed);

        Assert.StartsWith("%PDF-1.7", Encoding.Latin1.GetString(printed, 0, 8), StringComparison.Ordinal);
        Assert.DoesNotContain("/Type /StructElem", Encoding.Latin1.GetString(printed), StringComparison.Ordinal);
        Assert.Contains("编码器把图片压成两个数", pdf.GetPage(2).Text, StringComparison.Ordinal);
    }

    /// <summary>Spread by a multiplier, so that neighbours differ and every colour comes.</summary>
    private static byte[] Pixels(int count, int size, int colours, uint seed) =>
        [
            .. from i in Enumerable.Range(0, count)
            let colour = unchecked((uint)i * 2654435761u + seed) % (uint)colours
            from part in Enumerable.Range(1, size)
            select unchecked((byte)(colour * 37 * (uint)part + seed)),
        ];

    private static PdfObject Picture(int width, int height, string space, byte[] pixels) =>
        new(
            7,
            $"<</Type /XObject\n/Subtype /Image\n/Width {width}\n/Height {height}\n/ColorSpace {space}\n/BitsPerComponent 8\n/Filter /FlateDecode>>",
            PdfPack.Deflate(pixels)
        );

    private static byte[] Unpacked(PdfObject picture, int width, int height, int bits)
    {
        var text = picture.Text;
        var hex = text[
            (text.IndexOf(" <", text.IndexOf("/Indexed", StringComparison.Ordinal), StringComparison.Ordinal) + 2)..
        ];
        var palette = Convert.FromHexString(hex[..hex.IndexOf('>', StringComparison.Ordinal)]);
        var rows = PdfPack.Inflate(picture.Stream!);
        var stride = rows.Length / height;
        return
        [
            .. from y in Enumerable.Range(0, height)
            from x in Enumerable.Range(0, width)
            let place = rows[y * stride + x * bits / 8] >> (8 - bits - x * bits % 8) & ((1 << bits) - 1)
            from part in palette.Skip(place * 3).Take(3)
            select part,
        ];
    }

    private static int Int(string text, string before)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return int.Parse(text.AsSpan(start, 1), System.Globalization.CultureInfo.InvariantCulture);
    }
}
