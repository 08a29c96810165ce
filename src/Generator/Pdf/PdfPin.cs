using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recto.Pdf;

/// <summary>Takes out of a PDF what differs between two prints of one page, and puts title and author in.</summary>
/// <remarks>
/// Chromium writes the time into the information dictionary, and numbers table cells by a counter of its process.
/// The dates are dropped, since any other would be untrue; the cells are numbered anew, keeping order and length.
/// </remarks>
public static partial class PdfPin
{
    /// <param name="pdf">As Skia writes it: one cross-reference table, uncompressed objects.</param>
    /// <exception cref="InvalidDataException">It is not written so.</exception>
    public static byte[] Pin(byte[] pdf, string title, string author)
    {
        // Latin-1 maps bytes to characters one to one, so that offsets in the text are those of the file.
        var text = Encoding.Latin1.GetString(pdf);
        return Encoding.Latin1.GetBytes(WithInformation(WithCountedNodes(text), title, author));
    }

    private static string WithCountedNodes(string text)
    {
        var counted = Node()
            .Matches(text)
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select((node, index) => (node, index))
            .ToDictionary(n => n.node, n => "(node" + n.index.ToString("D8", CultureInfo.InvariantCulture) + ")");
        return Node().Replace(text, match => counted[match.Value]);
    }

    private static string WithInformation(string text, string title, string author)
    {
        var end = Trailer().Match(text);
        Expect(end.Success, "a trailer with /Info");
        var table = int.Parse(end.Groups["xref"].Value, CultureInfo.InvariantCulture);
        var entries = Entries(text, table);

        var start = entries[int.Parse(end.Groups["info"].Value, CultureInfo.InvariantCulture)].Offset;
        var old = Information().Match(text, start);
        Expect(old.Success && old.Index == start, "an information dictionary");
        var dictionary = Dictionary(title, author, Producer().Match(old.Value).Value);
        var grown = dictionary.Length - old.Groups["dictionary"].Length;

        var moved = new StringBuilder(text, 0, old.Groups["dictionary"].Index, text.Length + grown);
        moved.Append(dictionary).Append(text, old.Index + old.Length - 6, table - (old.Index + old.Length - 6));
        moved.Append(text, table, entries[0].Row - table);
        foreach (var (_, offset, tail) in entries)
        {
            var place = offset > start ? offset + grown : offset;
            moved.Append(place.ToString("D10", CultureInfo.InvariantCulture)).Append(tail);
        }

        var last = entries[^1].Row + 20;
        moved.Append(text, last, end.Groups["xref"].Index - last);
        moved.Append((table + grown).ToString(CultureInfo.InvariantCulture)).Append("\n%%EOF\n");
        return moved.ToString();
    }

    /// <summary>The table's rows of 20 bytes: where each object begins.</summary>
    private static List<(int Row, int Offset, string Tail)> Entries(string text, int table)
    {
        var head = TableHead().Match(text, table);
        Expect(head.Success && head.Index == table, "one cross-reference table");
        var count = int.Parse(head.Groups["count"].Value, CultureInfo.InvariantCulture);
        var first = head.Index + head.Length;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => first + 20 * i)
                .Select(row =>
                    (row, int.Parse(text.AsSpan(row, 10), CultureInfo.InvariantCulture), text.Substring(row + 10, 10))
                ),
        ];
    }

    private static string Dictionary(string title, string author, string producer) =>
        $"<</Title {Unicode(title)}\n/Author {Unicode(author)}\n/Creator (Recto)\n{producer}>>\n";

    private static string Unicode(string text) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static void Expect(bool found, string what)
    {
        if (!found)
        {
            throw new InvalidDataException($"The browser's PDF was expected to have {what}");
        }
    }

    [GeneratedRegex(@"\(node\d{8}\)")]
    private static partial Regex Node();

    [GeneratedRegex(@"trailer\n<<[^>]*/Info (?<info>\d+) 0 R[^>]*>>\nstartxref\n(?<xref>\d+)\n%%EOF\s*\z")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"xref\n0 (?<count>\d+)\n")]
    private static partial Regex TableHead();

    [GeneratedRegex(@"\d+ 0 obj\n(?<dictionary><<.*?>>\n)endobj", RegexOptions.Singleline)]
    private static partial Regex Information();

    [GeneratedRegex(@"/Producer \([^)]*\)")]
    private static partial Regex Producer();
}
