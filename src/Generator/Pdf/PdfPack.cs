using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Recto.Pdf;

/// <summary>Writes a PDF in as few bytes as its standard allows, without loss: ISO 32000-1, 7.5.7 and 7.5.8.</summary>
/// <remarks>
/// Chromium writes each of ten thousand tags as an object of its own, uncompressed, and pictures of ten colours with
/// three bytes a pixel. Here objects share compressed streams, and a picture of few colours has a palette.
/// </remarks>
public static class PdfPack
{
    /// <summary>Objects a stream: one that is asked for costs a reader the others too.</summary>
    private const int Together = 250;

    public static byte[] Write(PdfFile pdf)
    {
        var whole = pdf.Objects.Where(o => o.Stream is not null).Select(o => PdfImages.Packed(o) ?? Packed(o));
        var number = pdf.Objects.Max(o => o.Number) + 1;
        var groups = pdf
            .Objects.Where(o => o.Stream is null)
            .Chunk(Together)
            .Select(group => (Container: number++, Objects: group))
            .ToList();
        var rows = new (byte Kind, int Place, int Index)[number + 1];
        rows[0] = (0, 0, ushort.MaxValue);

        using var file = new MemoryStream();
        Append("%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n");
        foreach (var o in whole.Concat(groups.Select(group => Container(group.Container, group.Objects))))
        {
            AppendStream(o);
        }

        foreach (var (container, objects) in groups)
        {
            foreach (var (index, o) in objects.Index())
            {
                rows[o.Number] = (2, container, index);
            }
        }

        var table = (int)file.Length;
        rows[number] = (1, table, 0);
        AppendStream(Table(number, rows, pdf));
        Append(string.Create(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void AppendStream(PdfObject o)
        {
            rows[o.Number] = (1, (int)file.Length, 0);
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"{o.Number} 0 obj\n{o.Text[..^2]}/Length {o.Stream!.Length}>>\nstream\n"
            );
            Append(head);
            file.Write(o.Stream);
            Append("\nendstream\nendobj\n");
        }

        void Append(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>What is deflated, deflated as far as can be.</summary>
    private static PdfObject Packed(PdfObject o)
    {
        if (!o.Text.Contains("/Filter /FlateDecode", StringComparison.Ordinal))
        {
            return o;
        }

        var smaller = Deflate(Inflate(o.Stream!));
        return smaller.Length < o.Stream!.Length ? o with { Stream = smaller } : o;
    }

    /// <summary>An object stream: numbers and offsets, then the objects.</summary>
    private static PdfObject Container(int number, PdfObject[] objects)
    {
        var (head, body) = (new StringBuilder(), new StringBuilder());
        foreach (var o in objects)
        {
            head.Append(CultureInfo.InvariantCulture, $"{o.Number} {body.Length} ");
            body.Append(o.Text).Append('\n');
        }

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type /ObjStm/N {objects.Length}/First {head.Length}/Filter /FlateDecode>>"
        );
        return new PdfObject(number, text, Deflate(Encoding.Latin1.GetBytes($"{head}{body}")));
    }

    /// <summary>The cross-reference stream: a byte, four and two of each object.</summary>
    private static PdfObject Table(int number, (byte Kind, int Place, int Index)[] rows, PdfFile pdf)
    {
        var bytes = rows.SelectMany(row =>
            (byte[])
                [
                    row.Kind,
                    (byte)(row.Place >> 24),
                    (byte)(row.Place >> 16),
                    (byte)(row.Place >> 8),
                    (byte)row.Place,
                    (byte)(row.Index >> 8),
                    (byte)row.Index,
                ]
        );
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type /XRef/Size {rows.Length}/W [1 4 2]/Root {pdf.Root} 0 R/Info {pdf.Info} 0 R/Filter /FlateDecode>>"
        );
        return new PdfObject(number, text, Deflate([.. bytes]));
    }

    public static byte[] Inflate(byte[] bytes)
    {
        using var inflated = new MemoryStream();
        using var zip = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        zip.CopyTo(inflated);
        return inflated.ToArray();
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var deflated = new MemoryStream();
        using (var zip = new ZLibStream(deflated, CompressionLevel.SmallestSize))
        {
            zip.Write(bytes);
        }

        return deflated.ToArray();
    }
}
