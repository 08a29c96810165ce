using Scriban.Runtime;

namespace Recto.Pages;

/// <summary>What the front page says besides what every page does.</summary>
public static class HomeModels
{
    public static ScriptObject Of(SiteModels site, PageModel home)
    {
        var report = site.In.Book.Report;
        var model = site.Of(home);
        model.Add("tally", site.Tally);
        model.Add("issued", report.Issued);
        model.Add("code", report.Code);
        model.Add(
            "editions",
            report.Languages.Select(l => new EditionModel(l.Tag, l.Name, home.Root + SiteModels.PdfOf(l)))
        );
        return model;
    }
}
