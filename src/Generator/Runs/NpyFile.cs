using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recto.Runs;

/// <summary>A NumPy array; values as single floats, which hold labels and 8-bit pixels exactly.</summary>
/// <param name="Values">In C order: the last axis runs fastest.</param>
public sealed record NpyArray(IReadOnlyList<int> Shape, float[] Values);

/// <summary>Reads <c>.npy</c> files, format 1.0, little-endian numbers in C order.</summary>
public static partial class NpyFile
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <exception cref="InvalidDataException">Not such a file, or cut short.</exception>
    public static NpyArray Read(string path) => Parse(File.ReadAllBytes(path));

    /// <exception cref="InvalidDataException">Not such a file, or cut short.</exception>
    public static NpyArray Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 10 || !bytes.StartsWith(Magic))
        {
            throw new InvalidDataException("it is no .npy file of format 1.0");
        }

        var start = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (bytes.Length < start)
        {
            throw new InvalidDataException("its header is cut short");
        }

        var header = Header().Match(Encoding.ASCII.GetString(bytes[10..start]));
        if (!header.Success)
        {
            throw new InvalidDataException("its header is not that of an array in C order");
        }

        int[] shape =
        [
            .. Digits()
                .Matches(header.Groups["shape"].Value)
                .Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)),
        ];
        return new NpyArray(shape, Values(header.Groups["type"].Value, shape, bytes[start..]));
    }

    private static float[] Values(string type, int[] shape, ReadOnlySpan<byte> data)
    {
        var (size, read) = Reader(type);
        var values = new float[shape.Aggregate(1, (count, n) => checked(count * n))];
        if (data.Length != values.Length * size)
        {
            throw new InvalidDataException(
                $"it holds {data.Length} bytes of data, its header says {values.Length * size}"
            );
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(data.Slice(i * size, size));
        }

        return values;
    }

    private delegate float ReadValue(ReadOnlySpan<byte> bytes);

    private static (int Size, ReadValue Read) Reader(string type) =>
        type switch
        {
            "<f4" => (4, BinaryPrimitives.ReadSingleLittleEndian),
            "|u1" => (1, bytes => bytes[0]),
            "<i4" => (4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
            "<i8" => (8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
            _ => throw new InvalidDataException($"its numbers are '{type}', expected <f4, |u1, <i4 or <i8"),
        };

    [GeneratedRegex(@"'descr':\s*'(?<type>[^']+)',\s*'fortran_order':\s*False,\s*'shape':\s*\((?<shape>[\d,\s]*)\)")]
    private static partial Regex Header();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
