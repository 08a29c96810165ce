using System.Globalization;
using System.Text;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>All chapters of a language as one document for the printer.</summary>
public static class PrintEditions
{
    public static PrintEdition? Write(SiteModels site, DiagnosticBag bag)
    {
        var report = site.In.Book.Report;
        var home = site.Home(root: "");
        var chapters = site.Pages.Select(page => ChapterModels.Of(page, site.Of(page.Chapter.Part, ""))).ToList();
        var model = site.Of(home);
        model.Add("chapters", chapters);
        model.Add("running_heads", new Html(RunningHeads(home.Title, chapters)));
        return site.Templates.Render("print.html", model, bag) is not { } html
            ? null
            : new PrintEdition(
                site.In.Language,
                $"print.{site.In.Language.Code}.html",
                PageWriter.Bytes(html),
                SiteModels.PdfOf(site.In.Language),
                home.Title,
                report.Authors,
                [.. chapters.SelectMany(Outline)]
            );
    }

    private static IEnumerable<PageHeading> Outline(ChapterModel chapter) =>
        [new PageHeading(chapter.Id, chapter.Number, chapter.Title, 1), .. chapter.Toc];

    /// <summary>One named page a chapter, since Chromium has no <c>string-set</c>.</summary>
    private static string RunningHeads(string title, IReadOnlyList<ChapterModel> chapters)
    {
        var css = new StringBuilder();
        foreach (var (i, chapter) in chapters.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"chapter{i + 1}");
            var head = $"{chapter.Number} {chapter.Title}".TrimStart();
            css.Append(
                CultureInfo.InvariantCulture,
                $"@page {name} {{ @top-left {{ content: {Quoted(title)} }} @top-right {{ content: {Quoted(head)} }} }}\n"
            );
            css.Append(
                CultureInfo.InvariantCulture,
                $"[id={Quoted("chapter-" + chapter.Folder)}] {{ page: {name} }}\n"
            );
        }

        return css.ToString();
    }

    /// <summary>A CSS string that can stand in a <c>style</c> element.</summary>
    private static string Quoted(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ =
                c is '"' or '\\' or '<' or '>' or '&' || char.IsControl(c)
                    ? css.Append(CultureInfo.InvariantCulture, $"\\{(int)c:x} ")
                    : css.Append(c);
        }

        return css.Append('"').ToString();
    }
}
