using System.Text;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Chapters, runs and figures → the site's pages, and one printable document a language.</summary>
public static class PageWriter
{
    /// <param name="forPaper">Whether the printable documents are asked for.</param>
    public static SiteDraft Write(SiteSource source, DiagnosticBag bag, bool forPaper = true)
    {
        using var site = new SiteWriter(source, bag);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        IReadOnlyList<PrintEdition> prints = [];
        SideBySide.Do(WriteFiles, () => prints = forPaper ? site.Prints() : []);
        site.Prune(forPaper);
        return new SiteDraft(files, prints, site.Unexpected())
        {
            Pdfs = [.. source.Book.Report.Languages.Select(SiteModels.PdfOf)],
        };

        void WriteFiles()
        {
            foreach (var (path, bytes) in site.Files)
            {
                files[path] = bytes.Value;
            }
        }
    }

    public static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);
}
