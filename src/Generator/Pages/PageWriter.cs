using System.Text;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Chapters, runs and figures → the site's pages, and one printable document a language.</summary>
public static class PageWriter
{
    public static SiteDraft Write(
        Book book,
        RunSet runs,
        FigureSet figures,
        IReadOnlyList<Terms> terms,
        Workspace workspace,
        bool demo,
        DiagnosticBag bag,
        string commit = ""
    )
    {
        var source = new SiteSource(book, runs, figures, terms, workspace, demo) { Commit = commit };
        using var site = new SiteWriter(source, bag);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        IReadOnlyList<PrintEdition> prints = [];
        SideBySide.Do(WriteFiles, () => prints = site.Prints());
        site.Prune();
        return new SiteDraft(files, prints, site.Unexpected());

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
