using System.Runtime.InteropServices;
using System.Text;

namespace Recto.Tests.Figures;

/// <summary>Writes arrays as NumPy does, for runs that no worker has made.</summary>
internal static class Npy
{
    public static void Write<T>(string path, T[] values, params int[] shape)
        where T : unmanaged => File.WriteAllBytes(path, Bytes(values, shape));

    public static byte[] Bytes<T>(T[] values, params int[] shape)
        where T : unmanaged =>
        [.. Header(Type<T>(), string.Concat(shape.Select(n => $"{n}, "))), .. MemoryMarshal.AsBytes(values.AsSpan())];

    public static byte[] Header(string type, string shape, bool fortran = false)
    {
        var text = $"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': ({shape}), }}\n";
        return
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)text.Length,
            (byte)(text.Length >> 8),
            .. Encoding.ASCII.GetBytes(text),
        ];
    }

    private static string Type<T>() =>
        typeof(T) == typeof(float) ? "<f4"
        : typeof(T) == typeof(byte) ? "|u1"
        : typeof(T) == typeof(int) ? "<i4"
        : "<i8";
}
