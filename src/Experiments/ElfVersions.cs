using System.Buffers.Binary;
using System.Text;

namespace Recto.Experiments;

/// <summary>The version needs of an ELF library (64-bit, little-endian): which versions of others' symbols it asks for.</summary>
public static class ElfVersions
{
    private const uint VersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort Weak = 2; // VER_FLG_WEAK

    /// <summary>
    /// A copy in which one version is wanted but not insisted on: where it is missing the loader goes on, and only a
    /// symbol of that version stays unresolved. Without such a need the copy is unchanged.
    /// </summary>
    public static byte[] Weaken(ReadOnlySpan<byte> library, string version)
    {
        var copy = library.ToArray();
        foreach (var need in Needs(copy))
            if (need.Version == version)
                BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(need.Offset + 4), Weak); // vna_flags
        return copy;
    }

    /// <summary>Each Elf64_Vernaux: where it lies, and the version it names.</summary>
    private static List<(int Offset, string Version)> Needs(byte[] elf)
    {
        var needs = new List<(int, string)>();
        if (elf is not [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, ..])
            return needs;
        var (sections, size, count) = ((int)Word64(elf, 0x28), Word16(elf, 0x3a), Word16(elf, 0x3c));
        for (var i = 0; i < count; i++)
        {
            var section = sections + i * size;
            if (Word32(elf, section + 4) != VersionNeeds)
                continue;
            var names = sections + (int)Word32(elf, section + 0x28) * size; // sh_link: its string table
            Walk(elf, (int)Word64(elf, section + 0x18), (int)Word64(elf, names + 0x18), needs);
        }
        return needs;
    }

    /// <summary>A chain of Elf64_Verneed, one a library, each with a chain of Elf64_Vernaux, one a version.</summary>
    private static void Walk(byte[] elf, int library, int names, List<(int, string)> needs)
    {
        for (var next = -1; next != 0; library += next)
        {
            var version = library + (int)Word32(elf, library + 8);
            for (var step = -1; step != 0; version += step)
            {
                needs.Add((version, Name(elf, names + (int)Word32(elf, version + 8))));
                step = (int)Word32(elf, version + 12);
            }
            next = (int)Word32(elf, library + 12);
        }
    }

    private static string Name(byte[] elf, int start) =>
        Encoding.ASCII.GetString(elf, start, Array.IndexOf(elf, (byte)0, start) - start);

    private static ushort Word16(byte[] elf, int at) => BinaryPrimitives.ReadUInt16LittleEndian(elf.AsSpan(at));

    private static uint Word32(byte[] elf, int at) => BinaryPrimitives.ReadUInt32LittleEndian(elf.AsSpan(at));

    private static ulong Word64(byte[] elf, int at) => BinaryPrimitives.ReadUInt64LittleEndian(elf.AsSpan(at));
}
