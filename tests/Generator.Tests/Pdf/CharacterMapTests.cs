using Recto.Pdf;
using SkiaSharp;
using Xunit;

namespace Recto.Tests.Pdf;

public static class CharacterMapTests
{
    [Fact]
    public static void Words_keep_their_glyphs_and_radicals_lose_them()
    {
        var file = "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
        var font = File.ReadAllBytes(Path.Combine(PrintFixture.Workspace.Home, file));
        using var before = Typeface(font);
        Assert.Equal(before.GetGlyph('自'), before.GetGlyph('⾃'));

        CharacterMap.DropRadicals(font);

        using var after = Typeface(font);
        Assert.Equal(0, after.GetGlyph('⾃'));
        Assert.All(
            "自见图 aμ，—〇𠀀".EnumerateRunes(),
            r => Assert.Equal(before.GetGlyph(r.Value), after.GetGlyph(r.Value))
        );
    }

    [Fact]
    public static void What_is_no_font_is_refused() =>
        Assert.Throws<InvalidDataException>(() => CharacterMap.DropRadicals(new byte[64]));

    private static SKTypeface Typeface(byte[] font)
    {
        using var data = SKData.CreateCopy(font);
        return SKTypeface.FromData(data);
    }
}
