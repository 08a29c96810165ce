using System.Buffers.Binary;
using System.Text;
using Recto.Experiments;
using Xunit;

namespace Recto.Tests.Program;

public static class ElfVersionsTests
{
    private const int FlagsOfA = 0x144;
    private const int FlagsOfB = 0x154;

    [Fact]
    public static void Only_the_flags_of_the_version_named_become_weak()
    {
        var library = Library();
        var weakened = ElfVersions.Weaken(library, "B_2.0");
        library[FlagsOfB] = 2;
        Assert.Equal(library, weakened);
    }

    [Theory]
    [InlineData("C_3.0")]
    [InlineData("B_2")]
    public static void Without_such_a_need_nothing_changes(string version) =>
        Assert.Equal(Library(), ElfVersions.Weaken(Library(), version));

    [Fact]
    public static void What_is_no_library_is_left_alone() =>
        Assert.Equal("no library"u8.ToArray(), ElfVersions.Weaken("no library"u8, "B_2.0"));

    [Fact]
    public static void In_the_real_library_one_byte_changes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has ELF libraries.");
        var library = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so"));
        var weakened = ElfVersions.Weaken(library, "GLIBCXX_3.4.32");
        Assert.Equal(library.Length, weakened.Length);
        var changed = Assert.Single(Enumerable.Range(0, library.Length), i => library[i] != weakened[i]);
        Assert.Equal((0, 2), (library[changed], weakened[changed]));
    }

    /// <summary>An ELF header, two sections (names; needs) and one library that is needed in versions A and B.</summary>
    private static byte[] Library()
    {
        var elf = new byte[0x200];
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1 }.CopyTo(elf, 0);
        Word64(0x28, 0x40); // e_shoff
        Word16(0x3a, 0x40); // e_shentsize
        Word16(0x3c, 2); // e_shnum
        Word32(0x44, 3); // section 0: SHT_STRTAB
        Word64(0x58, 0x180);
        Word32(0x84, 0x6ffffffe); // section 1: SHT_GNU_verneed, its names in section 0
        Word64(0x98, 0x130);
        Word32(0xa8, 0);
        Word32(0x138, 0x10); // Elf64_Verneed: the first version lies 16 bytes on
        Word32(0x148, 1); // Elf64_Vernaux of A at 0x140: name, next
        Word32(0x14c, 0x10);
        Word32(0x158, 7); // and of B at 0x150, the last
        Encoding.ASCII.GetBytes("\0A_1.0\0B_2.0\0").CopyTo(elf, 0x180);
        Assert.Equal(0, elf[FlagsOfA] + elf[FlagsOfB]);
        return elf;

        void Word16(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(elf.AsSpan(at), value);
        void Word32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(elf.AsSpan(at), value);
        void Word64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(elf.AsSpan(at), value);
    }
}
