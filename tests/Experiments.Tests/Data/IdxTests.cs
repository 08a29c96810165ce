using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using CsCheck;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Xunit;

namespace Recto.Tests.Data;

public static class IdxTests
{
    private static readonly Gen<(int[] Shape, byte[] Bytes)> Arrays =
        from shape in Gen.Int[1, 5].Array[1, 4]
        from bytes in Gen.Byte.Array[shape.Aggregate((p, s) => p * s)]
        select (shape, bytes);

    [Fact]
    public static void What_was_written_is_read_plain_or_compressed() =>
        Gen.Select(Arrays, Gen.Bool)
            .Sample(
                (array, compressed) =>
                {
                    var file = Idx(array.Shape, array.Bytes);
                    var read = Read(compressed ? Gzip(file) : file, Digest(file));
                    return read.Shape.SequenceEqual(array.Shape) && read.Bytes.SequenceEqual(array.Bytes);
                }
            );

    [Fact]
    public static void A_file_cut_short_anywhere_is_damaged() =>
        Gen.Select(Arrays, Gen.Bool, Gen.Double[0, 1])
            .Sample(
                (array, compressed, part) =>
                {
                    var file = Idx(array.Shape, array.Bytes);
                    var whole = compressed ? Gzip(file) : file;
                    // An archive's last bytes hold no content, only checks that the digest makes needless
                    var last = whole.Length - (compressed ? 16 : 1);
                    Damaged(whole[..(int)(part * last)], Digest(file));
                }
            );

    [Fact]
    public static void A_changed_byte_anywhere_is_noticed() =>
        Gen.Select(Arrays, Gen.Double[0, 1], Gen.Byte[1, 255])
            .Sample(
                (array, part, change) =>
                {
                    var file = Idx(array.Shape, array.Bytes);
                    var digest = Digest(file);
                    file[(int)(part * (file.Length - 1))] ^= change;
                    Damaged(file, digest);
                }
            );

    [Theory]
    [InlineData("00000d01", "its values are of type 0x0d, expected 0x08, unsigned bytes")]
    [InlineData("50000801", "it does not begin with the magic number of an IDX file, 00 00")]
    [InlineData("000008020000", "it ends inside its header")]
    [InlineData("00000800", "it ends inside its header")]
    [InlineData("00000801000000030102", "2 bytes follow its header, which announces 3")]
    [InlineData("00000801000000010102", "2 bytes follow its header, which announces 1")]
    [InlineData("00000802ffffffffffffffff", "0 bytes follow its header, which announces 18446744065119617025")]
    public static void What_is_wrong_is_said(string hex, string why) =>
        Assert.Contains($"cannot be used: {why}.", Damaged(Convert.FromHexString(hex), ""), StringComparison.Ordinal);

    [Fact]
    public static void Another_digest_is_told_with_both_values()
    {
        var file = Idx([1], [7]);
        var message = Damaged(file, "00");
        Assert.Contains(
            $"its uncompressed bytes have SHA-256 {Digest(file)}, expected 00.",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_missing_file_is_missing_and_not_damaged()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "no-such-file");
        var error = Assert.Throws<RunException>(() => Experiments.Data.Idx.Read(new DataFile(path, "")));
        Assert.Equal(("data-missing", $"{path} is not there."), (error.Code, error.Message));
    }

    private static byte[] Idx(int[] shape, byte[] bytes)
    {
        var file = new byte[4 + 4 * shape.Length + bytes.Length];
        (file[2], file[3]) = (8, (byte)shape.Length);
        for (var i = 0; i < shape.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + 4 * i), shape[i]);
        bytes.CopyTo(file, 4 + 4 * shape.Length);
        return file;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var content = new MemoryStream();
        using (var archive = new GZipStream(content, CompressionLevel.Fastest))
            archive.Write(bytes);
        return content.ToArray();
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Damaged(byte[] bytes, string digest)
    {
        var error = Assert.Throws<RunException>(() => Read(bytes, digest));
        Assert.Equal("data-damaged", error.Code);
        return error.Message;
    }

    private static IdxArray Read(byte[] bytes, string digest)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return Experiments.Data.Idx.Read(new DataFile(path, digest));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
