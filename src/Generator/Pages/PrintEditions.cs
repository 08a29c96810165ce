using System.Globalization;
using System.Text;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

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
        model.Add("issued", report.Issued);
        model.Add("edition", Keys.Digest([home.Title, .. chapters.Select(chapter => chapter.Body.Markup)])[..12]);
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

    /// <summary>
    /// One named page a part, since Chromium has no <c>string-set</c>: another name for each chapter would have each begin
    /// on a page of its own.
    /// </summary>
    private static string RunningHeads(string title, IReadOnlyList<ChapterModel> chapters) =>
        string.Concat(
            chapters
                .GroupBy(chapter => chapter.Part.Id)
                .Select(part =>
                {
                    var head = $"{part.First().Part.Number} {part.First().Part.Title}".Trim();
                    var name = string.Create(CultureInfo.InvariantCulture, $"part{part.Key}");
                    return $"@page {name} {{ @top-left {{ content: {Quoted(title)} }} @top-right {{ content: {Quoted(head)} }} }}\n"
                        + $"[data-part={Quoted(part.Key.ToString(CultureInfo.InvariantCulture))}] {{ page: {name} }}\n";
                })
        );

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
