using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recto.Pdf;

/// <summary>A PDF as its numbered objects.</summary>
/// <param name="Root">The catalogue's number.</param>
/// <param name="Info">The information dictionary's number.</param>
public sealed partial record PdfFile(IReadOnlyList<PdfObject> Objects, int Root, int Info)
{
    /// <param name="pdf">As Skia writes it: one cross-reference table, uncompressed objects.</param>
    /// <exception cref="InvalidDataException">It is not written so.</exception>
    public static PdfFile Read(byte[] pdf)
    {
        // Latin-1 maps bytes to characters one to one, so that offsets in the text are those of the file.
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Match(text);
        Expect(trailer.Success, "a trailer with /Info and /Root");
        var table = Number(trailer, "xref");
        var starts = Starts(text, table);
        var next = starts.Order().Append(table).ToList();
        return new PdfFile(
            [.. starts.Select(start => ObjectAt(text, start, next[next.BinarySearch(start) + 1]))],
            Number(trailer, "root"),
            Number(trailer, "info")
        );
    }

    /// <summary>Where each object begins, by the rows of 20 bytes of the table; the first row is none.</summary>
    private static List<int> Starts(string text, int table)
    {
        var head = TableHead().Match(text, table);
        Expect(head.Success && head.Index == table, "one cross-reference table");
        return
        [
            .. Enumerable
                .Range(1, Number(head, "count") - 1)
                .Select(i =>
                    int.Parse(text.AsSpan(head.Index + head.Length + 20 * i, 10), CultureInfo.InvariantCulture)
                ),
        ];
    }

    private static PdfObject ObjectAt(string text, int start, int end)
    {
        var head = ObjectHead().Match(text, start, end - start);
        Expect(head.Success && head.Index == start, "an object where its table says");
        var body = text[(start + head.Length)..text.LastIndexOf("endobj", end - 1, StringComparison.Ordinal)];
        var stream = StreamHead().Match(body);
        if (!stream.Success)
        {
            return new PdfObject(Number(head, "number"), body.TrimEnd(), null);
        }

        var bytes = body.AsSpan(stream.Index + stream.Length, Number(stream, "length"));
        return new PdfObject(
            Number(head, "number"),
            body[..stream.Index] + ">>",
            Encoding.Latin1.GetBytes(bytes.ToString())
        );
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static void Expect(bool found, string what)
    {
        if (!found)
        {
            throw new InvalidDataException($"The browser's PDF was expected to have {what}");
        }
    }

    [GeneratedRegex(
        @"trailer\n<<[^>]*/Root (?<root>\d+) 0 R[^>]*/Info (?<info>\d+) 0 R[^>]*>>\nstartxref\n(?<xref>\d+)\n%%EOF\s*\z"
    )]
    private static partial Regex Trailer();

    [GeneratedRegex(@"xref\n0 (?<count>\d+)\n")]
    private static partial Regex TableHead();

    [GeneratedRegex(@"(?<number>\d+) 0 obj\n")]
    private static partial Regex ObjectHead();

    [GeneratedRegex(@"\s*/Length (?<length>\d+)>> stream\n")]
    private static partial Regex StreamHead();
}

/// <param name="Text">In Latin-1, one character a byte; a stream's without its <c>/Length</c>.</param>
public sealed record PdfObject(int Number, string Text, byte[]? Stream);
