using Microsoft.Playwright;
using Recto.Diagnostics;

namespace Recto.Pdf;

/// <summary>Prints each language's edition, twice: Chromium cannot count pages in a table of contents.</summary>
public static class PdfPrinter
{
    /// <summary>Raised when the same edition is printed to another PDF than before, so that it is printed anew.</summary>
    public const int Generation = 3;

    private const int Passes = 4;

    /// <summary>One PDF a job, in their order; the same bytes from run to run with the same browser.</summary>
    /// <exception cref="ReportException">There is no browser, it fails, or a page number has no place to be read from.</exception>
    public static async Task<IReadOnlyList<byte[]>> PrintAsync(
        IReadOnlyList<PrintJob> jobs,
        Workspace workspace,
        CancellationToken cancellation
    )
    {
        await using var browser = await Browser.StartAsync();
        using var fonts = new PrintFonts(workspace.Assets);
        var printed = new List<byte[]>();
        foreach (var job in jobs)
        {
            try
            {
                var pdf = await PrintAsync(browser, job, fonts.Css, cancellation);
                var pinned = PdfPin.Pin(PdfFile.Read(pdf), job.Title, string.Join(", ", job.Authors));
                printed.Add(PdfPack.Write(pinned));
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                cancellation.ThrowIfCancellationRequested(); // Ctrl-C ends the browser as well.
                var why = e.Message.Split('\n')[0];
                throw new ReportException(
                    ExitCode.SomethingMissing,
                    $"The browser failed to print '{Path.GetFileName(job.Html)}': {why}{Hint(why)}"
                );
            }
        }

        return printed;
    }

    /// <summary>Ours are used for every letter, but Chromium on Linux does not live without an installed font.</summary>
    private static string Hint(string why) =>
        OperatingSystem.IsLinux() && why.Contains("crashed", StringComparison.Ordinal)
            ? ". Is any font installed? If not: sudo apt-get install -y fonts-dejavu-core"
            : "";

    private static async Task<byte[]> PrintAsync(
        Browser browser,
        PrintJob job,
        string css,
        CancellationToken cancellation
    )
    {
        await using var page = await browser.OpenAsync(job.Html, css);
        await page.FillPagesAsync();
        var asked = await page.PageQuestionsAsync();
        IReadOnlyDictionary<string, int> answered = new Dictionary<string, int>();
        for (var pass = 1; pass <= Passes; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            var pdf = await page.PrintAsync();
            var pages = PageNumbers.Read(pdf, asked);
            if (asked.All(id => answered.GetValueOrDefault(id) == pages[id]))
            {
                return pdf;
            }

            await page.AnswerPagesAsync(pages);
            answered = pages;
        }

        throw new ReportException(
            ExitCode.OurBug,
            $"The page numbers of '{job.Html}' do not settle in {Passes} passes"
        );
    }
}
