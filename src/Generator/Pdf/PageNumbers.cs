using Recto.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Recto.Pdf;

/// <summary>On which page each anchor landed: Chromium names a destination for every id that the document links to.</summary>
public static class PageNumbers
{
    /// <exception cref="ReportException">An id is no destination: nothing links to it, or it does not exist.</exception>
    public static IReadOnlyDictionary<string, int> Read(byte[] pdf, IReadOnlyList<string> ids)
    {
        using var document = PdfDocument.Open(pdf);
        var all = Read(document);
        var lost = ids.Where(id => !all.ContainsKey(id)).ToList();
        return lost.Count == 0
            ? ids.Distinct().ToDictionary(id => id, id => all[id])
            : throw new ReportException(
                ExitCode.OurBug,
                $"The contents ask for the page of '{string.Join("', '", lost)}', to which nothing in the print edition links"
            );
    }

    /// <summary>Name → page, from 1.</summary>
    internal static IReadOnlyDictionary<string, int> Read(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (PdfObjects.Dictionary(document, catalog, "Dests") is not { } destinations)
        {
            return new Dictionary<string, int>();
        }

        var pages = PdfObjects
            .Leaves(document, PdfObjects.Dictionary(document, catalog, "Pages")!)
            .Select((reference, index) => (reference, number: index + 1))
            .ToDictionary(p => p.reference, p => p.number);
        return destinations
            .Data.Where(d => d.Value is ArrayToken { Data: [IndirectReferenceToken, ..] })
            .ToDictionary(d => d.Key, d => pages[((IndirectReferenceToken)((ArrayToken)d.Value).Data[0]).Data]);
    }
}
