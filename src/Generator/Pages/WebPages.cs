using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>The pages of one language; the primary one's also has the site's door.</summary>
public static class WebPages
{
    /// <summary>Path below the site → HTML.</summary>
    public static IEnumerable<(string Path, string Html)> Write(SiteModels site, DiagnosticBag bag)
    {
        if (site.In.Language == site.In.Book.Report.Primary)
        {
            var door = site.Home(root: "");
            yield return ("index.html", Render("redirect.html", door with { Path = "index.html" }, null));
        }

        var home = site.Home(root: "../");
        yield return (home.Path, Render("home.html", home, null));
        foreach (var context in site.Pages)
        {
            var chapter = ChapterModels.Of(context, site.Of(context.Chapter.Part, ""));
            var page = site.Chapter(chapter);
            yield return (page.Path, Render("page.html", page, chapter));
        }

        // Last, when every chapter has said which numbers it prints.
        var evidence = site.Evidence();
        var runs = site.Of(evidence);
        runs.Add("runs", EvidenceModels.Of(site));
        yield return (evidence.Path, site.Templates.Render("evidence.html", runs, bag) ?? "");

        string Render(string template, PageModel page, ChapterModel? chapter)
        {
            var model = site.Of(page);
            if (chapter is not null)
            {
                model.Add("chapter", chapter);
            }

            return site.Templates.Render(template, model, bag) ?? "";
        }
    }
}
