using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Where every run is known, the site can be put together in memory, and so it is told exactly what will change.</summary>
internal static class Redrawing
{
    /// <summary>The forecast, with the figures, pages and PDFs that are not those of the published site.</summary>
    /// <exception cref="ReportException">A figure or a page has a mistake.</exception>
    public static Forecast Of(Forecast forecast, PlannedReport report, Workspace workspace, DiagnosticBag bag)
    {
        var runs = new RunSet(forecast.Runs.ToDictionary(r => r.State.Id, r => r.State.Result!));
        var figures = report.Figures(runs, workspace, bag);
        var source = new SiteSource(report.Book, runs, figures, report.Terms, workspace, Demo: false)
        {
            Inputs = report.Inputs,
        };
        var draft = PageWriter.Write(source, bag);
        bag.ThrowIfErrors();
        var published = new SiteFolder(workspace.Site).Published();
        var manifest = Manifest.Read(workspace.Site);
        var changed = draft
            .Files.Where(f => published.GetValueOrDefault(f.Key) != FileDigests.OfBytes(f.Value))
            .Select(f => f.Key)
            .ToList();
        return forecast with
        {
            Figures = [.. changed.Where(IsFigure).Select(f => Path.GetFileName(f).Split('.')[0]).Distinct()],
            Pages = [.. changed.Where(SiteDraft.IsPage)],
            Pdfs =
            [
                .. draft
                    .Prints.Where(p =>
                        manifest.Prints.GetValueOrDefault(p.Pdf) != PrintDigest.Of(p, draft.Files)
                        || published.GetValueOrDefault(p.Pdf) != manifest.Files.GetValueOrDefault(p.Pdf)
                    )
                    .Select(p => p.Pdf),
            ],
        };
    }

    private static bool IsFigure(string path) => path.StartsWith("figures/", StringComparison.Ordinal);
}
