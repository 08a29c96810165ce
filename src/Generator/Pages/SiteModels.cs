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

    private readonly Dictionary<string, Tally> tallies = Pages.ToDictionary(
        p => p.Chapter.Folder,
        p => Tally.Of([p], In.Terms)
    );

    /// <summary>The pages' folder: the language's code, or <see cref="BothFolder"/>.</summary>
    public string Folder { get; init; } = In.Language.Code;

    /// <summary>Of the whole report.</summary>
    public Tally Tally => Tally.Of(Pages, In.Terms);

    /// <summary>Of which commit the deployed pages were made; empty elsewhere.</summary>
    public string Commit { get; init; } = "";

    /// <summary>What trains a run again, but for the run's name.</summary>
    public required string Verify { get; init; }

    private const string HomePage = "index.html";

    /// <summary>Pages that no author wrote, after the chapters of the appendix.</summary>
    public IReadOnlyList<GeneratedPage> GeneratedPages { get; init; } = [];

    /// <summary>Of the report's own, those that lead somewhere.</summary>
    public IReadOnlyList<ReportLink> Links { get; init; } = [];

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
                In.Language.Tag,
                Report.Licence is { } licence ? Typography.Plain(licence[In.Language]) : null,
                WorksHtml.KeyOf(Report),
                [.. Report.Sources.Select(key => new Html(Bibliography.Entry(In.Book.References[key.Value])))]
            ),
            ["page"] = page,
            ["nav"] = Nav(page.Path),
            ["contents"] = Contents,
            ["t"] = words,
            ["demo"] = Demo,
            ["home"] = $"{page.Root}{In.Language.Code}/index.html",
            ["commit"] = Commit,
            ["links"] = Links.Select(link => LinkOf(link, page.Root)).ToList(),
            ["outdated"] = Outdated(),
            ["pdf"] = page.Root + PdfOf(In.Language),
            ["indexes"] = string.Join(' ', Searched().Select(language => language.Code)),
        };
    }

    /// <summary>Of the whole report; a chapter's own are in <see cref="ChapterModel"/>.</summary>
    private ScriptObject Outdated()
    {
        var standings = new Standings(In.Runs);
        standings.Of(In.Book.Experiments.Keys);
        return new ScriptObject { ["earlier"] = standings.Earlier, ["absent"] = standings.Absent };
    }

    /// <summary>A chapter's page, below the site.</summary>
    public string PathOf(Chapter chapter) => $"{Folder}/{chapter.Folder}.html";

    public PageModel Home(string root) => Page(Title, Description, HomePage, root, []);

    /// <summary>The page of all runs; whatever a run's record says is in its keys.</summary>
    public PageModel Evidence()
    {
        var keys = In.Runs.ById.Values.Select(run => $"{run.Id} {run.Record.Keys}").Order(StringComparer.Ordinal);
        return Page(In.Terms["evidence"], In.Terms["evidence_lead"], EvidenceModels.Page, "../", keys);
    }

    public PageModel Chapter(ChapterModel chapter)
    {
        var at = Pages.ToList().FindIndex(p => p.Chapter.Folder == chapter.Folder);
        var inputs = chapter
            .Provenance.SelectMany(p =>
                p.Sources.SelectMany(s => s.Records.Select(r => $"{r.Run} {s.Path} {r.Value} {r.Key}"))
            )
            .Prepend(chapter.Body.Markup);
        return Page(chapter.Title, chapter.Description ?? Description, chapter.Folder + ".html", "../", inputs) with
        {
            Both = Pages[at].Chapter.IsPaired(Report) ? Both(chapter.Folder) : null,
            Previous = at > 0 ? Link(Pages[at - 1]) : null,
            Next = at + 1 < Pages.Count ? Link(Pages[at + 1]) : null,
        };
    }

    /// <summary>The parts that have something to lead to.</summary>
    public IReadOnlyList<NavPart> Nav(string path) =>
        [
            .. Report
                .Parts.Select(part => Of(part, path))
                .Where(part => part.Href is not null || part.Chapters.Count > 0),
        ];

    /// <summary>A part as navigation shows it.</summary>
    public NavPart Of(Part part, string path)
    {
        var chapters = Pages.Where(p => p.Chapter.Part == part).Select(p => Entry(p, path)).ToList();
        var id = Report.Parts.ToList().IndexOf(part);
        var number = part.Label(In.Language);
        var home = $"{Folder}/{HomePage}";
        return part.Kind switch
        {
            PartKind.Contents => new(id, number, TitleOf(part), null, Local(HomePage), path == home, []),
            PartKind.Chapter => chapters is [var only]
                ? new(id, number, only.Title, only.Description, only.Href, only.Current, [])
                : new(id, number, "", null, null, Current: false, []),
            PartKind.Appendix => new(
                id,
                number,
                TitleOf(part),
                null,
                null,
                Current: false,
                [.. chapters, .. Generated(path)]
            ),
            _ => new(id, number, TitleOf(part), null, null, Current: false, chapters),
        };
    }

    private IEnumerable<NavChapter> Generated(string path) =>
        GeneratedPages.Select(page => new NavChapter(
            "",
            Typography.Plain(In.Terms[page.Term]),
            null,
            Local(page.File),
            path == $"{Folder}/{page.File}",
            Tally.None
        ));

    private NavPart Contents =>
        Report.Parts.FirstOrDefault(p => p.Kind == PartKind.Contents) is { } part
            ? Of(part, "")
            : new(0, "", Typography.Plain(In.Terms["contents"]), null, Local(HomePage), Current: false, []);

    private string TitleOf(Part part) => Typography.Plain(part.Title![In.Language]);

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
            page.Chapter.Label(page.In.Language),
            ChapterModels.Title(page),
            ChapterModels.Description(page),
            Href(page),
            path == $"{Folder}/{Href(page)}",
            tallies[page.Chapter.Folder]
        );

    private LinkModel Link(PageContext page) =>
        new(Href(page), page.Chapter.Label(page.In.Language), ChapterModels.Title(page));

    private LinkModel LinkOf(ReportLink link, string root)
    {
        var href = link.Href[In.Language];
        return new((SiteLinks.IsWithin(href) ? root : "") + href, "", Typography.Plain(link.Title[In.Language]));
    }

    /// <summary>From another page of the same folder.</summary>
    private string Href(PageContext page) =>
        page.Chapter.IsPaired(Report) ? page.Chapter.Folder + ".html" : Local(page.Chapter.Folder + ".html");

    /// <summary>What leads to a page that is in the language's own folder alone.</summary>
    private string Local(string file) => Folder == BothFolder ? $"../{In.Language.Code}/{file}" : file;
}

/// <param name="File">Beside the chapters' pages: <c>evidence.html</c>.</param>
/// <param name="Term">The locale table's word for its title.</param>
public sealed record GeneratedPage(string File, string Term);
