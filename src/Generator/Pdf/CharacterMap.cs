using System.Buffers.Binary;
using System.Text;

namespace Recto.Pdf;

/// <summary>The <c>cmap</c> table of a TrueType font (OpenType 1.9, "cmap").</summary>
public static class CharacterMap
{
    private const uint FirstRadical = 0x2E80;
    private const uint LastRadical = 0x2FDF;

    public static bool IsRadical(Rune rune) => (uint)rune.Value is >= FirstRadical and <= LastRadical;

    /// <summary>Takes the radicals (U+2E80 to U+2FDF) out of the map, in place.</summary>
    /// <remarks>
    /// Noto draws ⾃, a radical, and 自, a word, with one glyph. A PDF says for each glyph which character it is, and
    /// Chromium takes the first of the map: readers who searched for 自 would find nothing.
    /// </remarks>
    /// <exception cref="InvalidDataException">This is no font.</exception>
    public static void DropRadicals(byte[] font)
    {
        if (Subtable(font) is { } full)
        {
            DropRadicals(font.AsSpan(full));
        }
    }

    /// <summary>Where the map of all of Unicode (format 12) begins; a font without one has no radicals.</summary>
    private static int? Subtable(ReadOnlySpan<byte> font)
    {
        var cmap = (int)Table(font, "cmap");
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[(cmap + 2)..]);
        for (var i = 0; i < count; i++)
        {
            var start = cmap + (int)BinaryPrimitives.ReadUInt32BigEndian(font[(cmap + 4 + 8 * i + 4)..]);
            if (BinaryPrimitives.ReadUInt16BigEndian(font[start..]) == 12)
            {
                return start;
            }
        }

        return null;
    }

    private static uint Table(ReadOnlySpan<byte> font, string tag)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        for (var i = 0; i < count; i++)
        {
            var row = font.Slice(12 + 16 * i, 16);
            if (Encoding.ASCII.GetString(row[..4]) == tag)
            {
                return BinaryPrimitives.ReadUInt32BigEndian(row[8..]);
            }
        }

        throw new InvalidDataException($"The font has no table '{tag}'");
    }

    /// <summary>Format 12: length at 4, number of groups at 12, then groups of first, last and first glyph.</summary>
    private static void DropRadicals(Span<byte> map)
    {
        var groups = (int)BinaryPrimitives.ReadUInt32BigEndian(map[12..]);
        var kept = 0;
        for (var i = 0; i < groups; i++)
        {
            var group = map.Slice(16 + 12 * i, 12);
            var first = BinaryPrimitives.ReadUInt32BigEndian(group);
            if (first is >= FirstRadical and <= LastRadical)
            {
                continue;
            }

            group.CopyTo(map[(16 + 12 * kept)..]);
            kept++;
        }

        BinaryPrimitives.WriteUInt32BigEndian(map[12..], (uint)kept);
        BinaryPrimitives.WriteUInt32BigEndian(map[4..], (uint)(16 + 12 * kept));
    }
}
