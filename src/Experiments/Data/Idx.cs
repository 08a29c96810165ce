using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Recto.Experiments.Contract;

namespace Recto.Experiments.Data;

/// <summary>The content of an IDX file of unsigned bytes, as MNIST's.</summary>
/// <param name="Shape">Sizes of its dimensions.</param>
/// <param name="Bytes">Row by row.</param>
public sealed record IdxArray(IReadOnlyList<int> Shape, byte[] Bytes);

/// <summary>Reads IDX files: 00 00, a type byte, the number of dimensions, their sizes (big-endian), the data.</summary>
public static class Idx
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Reads a plain or gzip-compressed file and checks its uncompressed bytes.</summary>
    /// <exception cref="RunException"><c>data-missing</c> or <c>data-damaged</c>.</exception>
    public static IdxArray Read(DataFile file)
    {
        var bytes = Uncompressed(file);
        var array = Parse(bytes, file);
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return digest == file.Sha256
            ? array
            : throw Damaged(file, $"its uncompressed bytes have SHA-256 {digest}, expected {file.Sha256}");
    }

    private static byte[] Uncompressed(DataFile file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file.Path);
            if (bytes is not [0x1f, 0x8b, ..])
                return bytes;
            using var archive = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var content = new MemoryStream();
            archive.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RunException("data-missing", $"{file.Path} is not there.");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw Damaged(file, e.Message.TrimEnd('.'));
        }
    }

    private static IdxArray Parse(byte[] bytes, DataFile file)
    {
        if (bytes is not [0, 0, var type, var rank, ..])
            throw Damaged(file, "it does not begin with the magic number of an IDX file, 00 00");
        if (type != UnsignedByte)
            throw Damaged(file, $"its values are of type 0x{type:x2}, expected 0x08, unsigned bytes");
        var header = 4 + 4 * rank;
        if (rank == 0 || bytes.Length < header)
            throw Damaged(file, "it ends inside its header");
        var shape = Enumerable
            .Range(1, rank)
            .Select(i => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 * i)))
            .ToArray();
        var expected = shape.Aggregate((Int128)1, (product, size) => product * size);
        if (expected != bytes.Length - header)
            throw Damaged(file, $"{bytes.Length - header} bytes follow its header, which announces {expected}");
        return new IdxArray([.. shape.Select(s => (int)s)], bytes[header..]);
    }

    private static RunException Damaged(DataFile file, string why) =>
        new("data-damaged", $"{file.Path} cannot be used: {why}.");
}
