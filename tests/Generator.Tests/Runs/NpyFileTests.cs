using CsCheck;
using Recto.Runs;
using Recto.Tests.Figures;
using Xunit;

namespace Recto.Tests.Runs;

public static class NpyFileTests
{
    [Fact]
    public static void Any_array_of_floats_comes_back() =>
        Gen
            .Float.Array[0, 40]
            .Sample(values => Assert.Equal(values, NpyFile.Parse(Npy.Bytes(values, values.Length)).Values));

    [Fact]
    public static void Axes_keep_their_order()
    {
        var array = NpyFile.Parse(Npy.Bytes<int>([1, 2, 3, 4, 5, -6], 3, 2));
        Assert.Equal([3, 2], array.Shape);
        Assert.Equal([1, 2, 3, 4, 5, -6], array.Values);
    }

    [Fact]
    public static void Bytes_and_long_numbers_become_floats()
    {
        Assert.Equal([0, 255], NpyFile.Parse(Npy.Bytes<byte>([0, 255], 2)).Values);
        Assert.Equal([7], NpyFile.Parse(Npy.Bytes<long>([7], 1)).Values);
    }

    public static TheoryData<byte[], string> Damaged =>
        new()
        {
            { [1, 2, 3], "it is no .npy file of format 1.0" },
            { Npy.Bytes<float>([1, 2], 2)[..20], "its header is cut short" },
            { Npy.Bytes<float>([1, 2], 2)[..^1], "it holds 7 bytes of data, its header says 8" },
            { Npy.Header("<f2", "0, "), "its numbers are '<f2', expected <f4, |u1, <i4 or <i8" },
            { Npy.Header("<f4", "0, ", fortran: true), "its header is not that of an array in C order" },
        };

    [Theory]
    [MemberData(nameof(Damaged))]
    public static void What_is_no_such_file_is_refused(byte[] bytes, string why) =>
        Assert.Equal(why, Assert.Throws<InvalidDataException>(() => NpyFile.Parse(bytes)).Message);
}
