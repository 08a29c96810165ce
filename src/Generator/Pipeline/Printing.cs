using Recto.Diagnostics;
using Recto.Pages;
using Recto.Pdf;

namespace Recto.Pipeline;

/// <summary>Print editions that lie in a folder → PDFs, each opened again and checked.</summary>
public static class Printing
{
    /// <returns>Path below the site → bytes.</returns>
    /// <exception cref="ReportException">There is no browser, or a PDF is not what it should be.</exception>
    public static async Task<IReadOnlyDictionary<string, byte[]>> PrintAsync(
        IReadOnlyList<PrintEdition> prints,
        string folder,
        Workspace workspace,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var jobs = prints.Select(p => new PrintJob(p.Language, Path.Combine(folder, p.Path), p.Title, p.Authors));
        var printed = await PdfPrinter.PrintAsync([.. jobs], workspace, cancel);
        foreach (var (print, pdf) in prints.Zip(printed))
        {
            PdfChecks.Check(pdf, ExpectationOf(print), bag);
        }

        bag.ThrowIfErrors();
        return prints.Zip(printed).ToDictionary(p => p.First.Pdf, p => p.Second);
    }

    private static PdfExpectation ExpectationOf(PrintEdition print) =>
        new(print.Pdf, print.Language.Tag, print.Title, print.Headings);
}
