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
    public static void Title_and_author_read_back() =>
        Gen.String[Gen.Char[' ', '\u9fff'], 0, 60]
            .Select(Gen.String[Gen.Char[' ', '\u9fff'], 0, 60])
            .Sample(
                (title, author) =>
                {
                    var read = PdfFile.Read(Encoding.Latin1.GetBytes(Written("20261123182439", "")));
                    using var pdf = PdfDocument.Open(PdfPack.Write(PdfPin.Pin(read, title, author)));
                    Assert.Equal(title, pdf.Information.Title);
                    Assert.Equal(author, pdf.Information.Author);
                    Assert.Equal(1, pdf.NumberOfPages);
                },
                iter: 200
            );

    /// <summary>The objects' texts.</summary>
    private static string Pin(string pdf, string title, string author) =>
        string.Join(
            '\n',
            PdfPin.Pin(PdfFile.Read(Encoding.Latin1.GetBytes(pdf)), title, author).Objects.Select(o => o.Text)
        );

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
}
