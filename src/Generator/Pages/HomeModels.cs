using Scriban.Runtime;

namespace Recto.Pages;

/// <summary>What the front page says besides what every page does.</summary>
public static class HomeModels
{
    public static ScriptObject Of(SiteModels site, PageModel home)
    {
        var (report, language) = (site.In.Book.Report, site.In.Language);
        var model = site.Of(home);
        var before = report.Parts[0].Number - 1;
        model.Add("contents_label", before > 0 ? Ordinals.Of(before, language) : "");
        model.Add("tally", site.Tally);
        model.Add(
            "source",
            report.Source is { } key ? new Html(Bibliography.Entry(site.In.Book.References[key.Value])) : null
        );
        model.Add("code", report.Code);
        model.Add(
            "editions",
            report.Languages.Select(l => new EditionModel(l.Tag, l.Name, home.Root + SiteModels.PdfOf(l)))
        );
        return model;
    }
}
