using Recto.Diagnostics;
using Scriban.Runtime;

namespace Recto.Pages;

/// <summary>The pages of one language; the primary one's also has the site's door.</summary>
public static class WebPages
{
    public static IReadOnlyList<WrittenPage> Of(SiteModels site, DiagnosticBag bag)
    {
        var home = site.Home(root: "../");
        var chapters = site
            .Pages.Select(page => new WrittenPage(
                site.PathOf(page.Chapter),
                [page],
                new(() => Chapter(site, page, bag))
            ))
            .ToList();
        return
        [
            .. site.In.Language == site.In.Book.Report.Primary ? Doors(site, bag) : [],
            new(home.Path, [], new(() => site.Templates.Render("home.html", HomeModels.Of(site, home), bag) ?? "")),
            .. chapters,
            new(site.Evidence().Path, [], new(Evidence)),
        ];

        // When every chapter has said which numbers it prints.
        string Evidence()
        {
            chapters.ForEach(chapter => _ = chapter.Html.Value);
            var model = site.Of(site.Evidence());
            model.Add("runs", EvidenceModels.Of(site));
            model.Add("verify", site.Verify);
            return site.Templates.Render("evidence.html", model, bag) ?? "";
        }
    }

    private static IEnumerable<WrittenPage> Doors(SiteModels site, DiagnosticBag bag)
    {
        var door = site.Home(root: "");
        var redirect = site.Of(door with { Path = "index.html" });
        yield return new("index.html", [], new(() => site.Templates.Render("redirect.html", redirect, bag) ?? ""));
        yield return new("404.html", [], new(() => site.Templates.Render("404.html", Lost(site, door), bag) ?? ""));
    }

    private static string Chapter(SiteModels site, PageContext page, DiagnosticBag bag)
    {
        var chapter = ChapterModels.Of(page, site.Of(page.Chapter.Part, ""));
        var model = site.Of(site.Chapter(chapter));
        model.Add("chapter", chapter);
        return site.Templates.Render("page.html", model, bag) ?? "";
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
