using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Recto.Experiments.Artifacts;

/// <summary>Writes NumPy's array files, version 1.0: a line of text that says type and shape, then the values.</summary>
public static class Npy
{
    public static byte[] Write(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        Write("<f4", MemoryMarshal.AsBytes(values), shape);

    public static byte[] Write(ReadOnlySpan<byte> values, params ReadOnlySpan<int> shape) =>
        Write("|u1", values, shape);

    private static byte[] Write(string type, ReadOnlySpan<byte> data, ReadOnlySpan<int> shape)
    {
        var sizes = string.Join(", ", shape.ToArray().Select(s => s.ToString(CultureInfo.InvariantCulture)));
        var tuple = shape.Length == 1 ? $"({sizes},)" : $"({sizes})";
        var text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {tuple}, }}";
        var length = (10 + text.Length + 1 + 63) / 64 * 64; // values begin at a multiple of 64
        var header = text.PadRight(length - 11) + "\n";
        return
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)header.Length,
            (byte)(header.Length >> 8),
            .. Encoding.ASCII.GetBytes(header),
            .. data,
        ];
    }
}
