using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recto.Pdf;

/// <summary>Takes out of a PDF what differs between two prints of one page, and puts title and author in.</summary>
/// <remarks>
/// Chromium writes the time into the information dictionary, and numbers table cells by a counter of its process.
/// The dates are dropped, since any other would be untrue; the cells are numbered anew, keeping their order.
/// </remarks>
public static partial class PdfPin
{
    public static PdfFile Pin(PdfFile pdf, string title, string author)
    {
        var counted = pdf
            .Objects.SelectMany(o => Node().Matches(o.Text))
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select((node, index) => (node, index))
            .ToDictionary(n => n.node, n => "(node" + n.index.ToString("D8", CultureInfo.InvariantCulture) + ")");
        return pdf with { Objects = [.. pdf.Objects.Select(Pinned)] };

        PdfObject Pinned(PdfObject o) =>
            o.Number == pdf.Info
                ? o with
                {
                    Text = Information(title, author, Producer().Match(o.Text).Value),
                }
                : o with
                {
                    Text = Node().Replace(o.Text, match => counted[match.Value]),
                };
    }

    private static string Information(string title, string author, string producer) =>
        $"<</Title {Unicode(title)}\n/Author {Unicode(author)}\n/Creator (Recto)\n{producer}>>";

    private static string Unicode(string text) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    [GeneratedRegex(@"\(node\d{8}\)")]
    private static partial Regex Node();

    [GeneratedRegex(@"/Producer \([^)]*\)")]
    private static partial Regex Producer();
}
