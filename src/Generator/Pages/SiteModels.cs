using System.Globalization;
using Recto.Content;
using Recto.Experiments.Contract;
using Scriban.Runtime;

namespace Recto.Pages;

/// <summary>What all templates of a language are given.</summary>
/// <param name="Pages">The chapters in order.</param>
public sealed record SiteModels(LanguageContext In, IReadOnlyList<PageContext> Pages, Templates Templates, bool Demo)
{
    /// <summary>Of the pages that show two languages.</summary>
    public const string BothFolder = "both";

    private readonly Dictionary<string, Tally> tallies = Pages.ToDictionary(p => p.Chapter.Folder, Tally.Of);

    /// <summary>The pages' folder: the language's code, or <see cref="BothFolder"/>.</summary>
    public string Folder { get; init; } = In.Language.Code;

    /// <summary>Of the whole report.</summary>
    public Tally Tally =>
        Tally.Of([.. Pages.SelectMany(p => p.Chapter.Claims.Select(c => VerdictMark.Of(Verdicts.Of(c, p))))], In.Terms);

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
            ["home"] = $"{page.Root}{In.Language.Code}/index.html",
            ["pdf"] = page.Root + PdfOf(In.Language),
            ["indexes"] = string.Join(' ', Searched().Select(language => language.Code)),
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
            Both = Pages[at].Chapter.IsPaired(Report) ? Both(chapter.Folder) : null,
            Previous = at > 0 ? Link(Pages[at - 1]) : null,
            Next = at + 1 < Pages.Count ? Link(Pages[at + 1]) : null,
        };
    }

    public IReadOnlyList<NavPart> Nav(string path) =>
        [
            .. Report
                .Parts.Select(part => new NavPart(
                    part.Number.ToString(CultureInfo.InvariantCulture),
                    Ordinals.Of(part.Number, In.Language),
                    Typography.Plain(part.Title[In.Language]),
                    [.. Pages.Where(p => p.Chapter.Part.Number == part.Number).Select(p => Entry(p, path))]
                ))
                .Where(part => part.Chapters.Count > 0),
        ];

    private PageModel Page(string title, string description, string file, string root, IEnumerable<string> inputs) =>
        new(
            title,
            description,
            $"{Folder}/{file}",
            root,
            [.. Report.Languages.Select(language => Alternate(language, file, root))],
            Both: null,
            Previous: null,
            Next: null,
            Keys.Digest([Templates.Digest, Demo ? "demo" : "", title, description, .. inputs])[..12]
        );

    private AlternateModel Alternate(Language language, string file, string root)
    {
        var path = $"{language.Code}/{file}";
        return new(language.Code, language.Tag, language.Name, path, root + path, Folder == language.Code);
    }

    private AlternateModel Both(string folder)
    {
        var path = $"{BothFolder}/{folder}.html";
        return new(BothFolder, In.Language.Tag, In.Terms["both"], path, "../" + path, Folder == BothFolder);
    }

    /// <summary>Whose text a search on these pages looks through.</summary>
    private IEnumerable<Language> Searched() => Folder == BothFolder ? Report.Languages.Take(2) : [In.Language];

    private NavChapter Entry(PageContext page, string path) =>
        new(
            page.Chapter.Number,
            ChapterModels.Title(page),
            ChapterModels.Description(page),
            Href(page),
            path == $"{Folder}/{Href(page)}",
            tallies[page.Chapter.Folder]
        );

    private LinkModel Link(PageContext page) => new(Href(page), page.Chapter.Number, ChapterModels.Title(page));

    /// <summary>From another page of the same folder.</summary>
    private string Href(PageContext page) =>
        (Folder != BothFolder || page.Chapter.IsPaired(Report) ? "" : $"../{In.Language.Code}/")
        + page.Chapter.Folder
        + ".html";
}
