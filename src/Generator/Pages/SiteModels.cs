using System.Globalization;
using Recto.Content;
using Recto.Experiments.Contract;
using Scriban.Runtime;

namespace Recto.Pages;

/// <summary>What all templates of a language are given.</summary>
/// <param name="Pages">The chapters in order.</param>
public sealed record SiteModels(LanguageContext In, IReadOnlyList<PageContext> Pages, Templates Templates, bool Demo)
{
    /// <summary>Of which commit the deployed pages were made; empty elsewhere.</summary>
    public string Commit { get; init; } = "";

    private Report Report => In.Book.Report;

    private string Title => Typography.Plain(Report.Title[In.Language]);

    private string Description => Typography.Plain(Report.Description[In.Language]);

    public static string PdfOf(Language language) => $"report.{language.Code}.pdf";

    public ScriptObject Of(PageModel page)
    {
        var words = new ScriptObject();
        foreach (var (key, word) in In.Terms.Words)
        {
            words.Add(key, Typography.Plain(word));
        }

        return new ScriptObject
        {
            ["report"] = new ReportModel(
                Title,
                Description,
                Report.Authors,
                Report.Url,
                In.Language.Code,
                In.Language.Tag
            ),
            ["page"] = page,
            ["nav"] = Nav(page.Path),
            ["t"] = words,
            ["demo"] = Demo,
            ["commit"] = Commit,
            ["pdf"] = page.Root + PdfOf(In.Language),
        };
    }

    public PageModel Home(string root) => Page(Title, Description, "index.html", root, []);

    public PageModel Chapter(ChapterModel chapter)
    {
        var at = Pages.ToList().FindIndex(p => p.Chapter.Folder == chapter.Folder);
        var inputs = chapter
            .Provenance.SelectMany(p => p.Sources.Select(s => $"{s.Run} {s.Path} {s.Value} {s.Key}"))
            .Prepend(chapter.Body.Markup);
        return Page(chapter.Title, chapter.Description ?? Description, chapter.Folder + ".html", "../", inputs) with
        {
            Previous = at > 0 ? Link(Pages[at - 1]) : null,
            Next = at + 1 < Pages.Count ? Link(Pages[at + 1]) : null,
        };
    }

    public IReadOnlyList<NavPart> Nav(string path) =>
        [
            .. Report
                .Parts.Select(part => new NavPart(
                    part.Number.ToString(CultureInfo.InvariantCulture),
                    Typography.Plain(part.Title[In.Language]),
                    [.. Pages.Where(p => p.Chapter.Part.Number == part.Number).Select(p => Entry(p, path))]
                ))
                .Where(part => part.Chapters.Count > 0),
        ];

    private PageModel Page(string title, string description, string file, string root, IEnumerable<string> inputs) =>
        new(
            title,
            description,
            $"{In.Language.Code}/{file}",
            root,
            [.. Report.Languages.Select(language => Alternate(language, file, root))],
            Previous: null,
            Next: null,
            Keys.Digest([Templates.Digest, Demo ? "demo" : "", title, description, .. inputs])[..12]
        );

    private AlternateModel Alternate(Language language, string file, string root)
    {
        var path = $"{language.Code}/{file}";
        return new(language.Code, language.Tag, language.Name, path, root + path, language == In.Language);
    }

    private static NavChapter Entry(PageContext page, string path) =>
        new(
            page.Chapter.Number,
            ChapterModels.Title(page),
            ChapterModels.Description(page),
            Href(page),
            path == $"{page.In.Language.Code}/{Href(page)}"
        );

    private static LinkModel Link(PageContext page) => new(Href(page), page.Chapter.Number, ChapterModels.Title(page));

    private static string Href(PageContext page) => page.Chapter.Folder + ".html";
}
