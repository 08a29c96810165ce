using System.Globalization;
using System.Text;
using CsCheck;
using Recto.Pdf;
using UglyToad.PdfPig;
using Xunit;

namespace Recto.Tests.Pdf;

public static class PdfPinTests
{
    [Fact]
    public static void Dates_go_and_table_cells_are_counted_from_nought()
    {
        var pinned = Pin(Written("20261123182439", "(node00000507) (node00000513) (node00000507)"), "T", "A");

        Assert.Contains("(node00000000) (node00000001) (node00000000)", pinned, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", pinned, StringComparison.Ordinal);
        Assert.Contains("/Producer (Skia/PDF m156)>>", pinned, StringComparison.Ordinal);
    }

    [Fact]
    public static void Two_prints_of_one_page_become_equal() =>
        Assert.Equal(
            Pin(Written("20261123182439", "(node00000507) (node00000513)"), "T", "A"),
            Pin(Written("20270101000000", "(node00001507) (node00001999)"), "T", "A")
        );

    [Fact]
    public static void A_file_of_another_make_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Pin("%PDF-1.7\n%%EOF\n", "T", "A"));

    [Fact]
    public static void Title_and_author_read_back_and_every_object_is_found_again() =>
        Gen.String[Gen.Char[' ', '\u9fff'], 0, 60]
            .Select(Gen.String[Gen.Char[' ', '\u9fff'], 0, 60])
            .Sample(
                (title, author) =>
                {
                    var pinned = Pin(Written("20261123182439", ""), title, author);
                    using var pdf = PdfDocument.Open(Encoding.Latin1.GetBytes(pinned));
                    Assert.Equal(title, pdf.Information.Title);
                    Assert.Equal(author, pdf.Information.Author);
                    Assert.All(
                        Offsets(pinned),
                        o => Assert.StartsWith($"{o.Number} 0 obj", pinned[o.Offset..], StringComparison.Ordinal)
                    );
                },
                iter: 200
            );

    private static string Pin(string pdf, string title, string author) =>
        Encoding.Latin1.GetString(PdfPin.Pin(Encoding.Latin1.GetBytes(pdf), title, author));

    /// <summary>An empty page, written as Skia writes.</summary>
    private static string Written(string date, string cells)
    {
        string[] objects =
        [
            $"<</Title (Old \\(one\\))\n/Creator (Chromium)\n/Producer (Skia/PDF m156)\n/CreationDate (D:{date}+00'00')\n/ModDate (D:{date}+00'00')>>",
            "<</Type /Catalog\n/Pages 3 0 R>>",
            "<</Type /Pages\n/Kids [4 0 R]\n/Count 1>>",
            "<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 10 10]>>",
            $"<</Cells [{cells}]>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var rows = new StringBuilder("0000000000 65535 f \n");
        foreach (var (index, text) in objects.Index())
        {
            rows.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n{rows}");
        pdf.Append("trailer\n<</Size 6\n/Root 2 0 R\n/Info 1 0 R>>\n");
        return pdf.Append(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n").ToString();
    }

    private static IEnumerable<(int Number, int Offset)> Offsets(string pdf)
    {
        var table = pdf.LastIndexOf("xref\n0 ", StringComparison.Ordinal);
        return pdf[table..]
            .Split('\n')
            .Where(row => row.EndsWith(" n ", StringComparison.Ordinal))
            .Select((row, index) => (index + 1, int.Parse(row.AsSpan(0, 10), CultureInfo.InvariantCulture)));
    }
}
