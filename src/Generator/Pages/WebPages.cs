using Recto.Diagnostics;
using Scriban.Runtime;

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
            yield return ("404.html", site.Templates.Render("404.html", Lost(site, door), bag) ?? "");
        }

        var home = site.Home(root: "../");
        yield return (home.Path, site.Templates.Render("home.html", HomeModels.Of(site, home), bag) ?? "");
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
        runs.Add("verify", site.Verify);
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

    /// <summary>Served for any wrong address, at whatever depth: its links count from the site's own path.</summary>
    private static ScriptObject Lost(SiteModels site, PageModel door)
    {
        var model = site.Of(door);
        var report = site.In.Book.Report;
        model.Add("base", new Uri(report.Url).AbsolutePath);
        model.Add(
            "languages",
            report.Languages.Select(language => new LostModel(
                language.Tag,
                Typography.Plain(report.Title[language]),
                $"{language.Code}/index.html",
                site.In.Of(language)["not_found"],
                site.In.Of(language)["not_found_hint"]
            ))
        );
        return model;
    }
}
