using System.Text;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Chapters, runs and figures → the site's files, each written when it is first asked for, one at a time.</summary>
public sealed class SiteWriter : IDisposable
{
    private readonly SiteSource source;
    private readonly DiagnosticBag bag;
    private readonly KeptPages kept;
    private readonly Maths maths;
    private readonly DigestCache listings;
    private readonly Templates templates;
    private readonly IReadOnlyDictionary<string, RunFacts> facts;
    private readonly List<SiteModels> webs;

    public SiteWriter(SiteSource source, DiagnosticBag bag)
    {
        this.source = source;
        this.bag = bag;
        kept = new KeptPages(source);
        maths = new Maths(source.Workspace);
        listings = new DigestCache(Path.Combine(source.Workspace.Cache, "listings"));
        templates = new Templates(source.Workspace.TemplateFolders);
        facts = SweepFacts.With(MeasuredFacts.Of(source.Book, source.Runs, source.Demo), source.Book.Sweeps.Values);
        webs = [.. Languages.Select(language => Models(language, MathsForm.Web))];
        Files = Written();
    }

    /// <summary>Path below the site, with forward slashes → bytes; sorted. Not to be asked by two threads at once.</summary>
    public IReadOnlyDictionary<string, Lazy<byte[]>> Files { get; }

    /// <summary>Claims for whose other verdict the prose was written.</summary>
    public IReadOnlyList<Claim> Unexpected() =>
        source.Demo ? [] : [.. webs.SelectMany(web => web.Pages).SelectMany(Verdicts.Unexpected).Distinct()];

    private IReadOnlyList<Language> Languages => source.Book.Report.Languages;

    /// <summary>Beside the pages: each edition has models of its own.</summary>
    public IReadOnlyList<PrintEdition> Prints() =>
        [
            .. Languages
                .Select(language => PrintEditions.Write(Models(language, MathsForm.Print), bag))
                .OfType<PrintEdition>(),
        ];

    /// <summary>Drops from the caches what the book has no longer; for who has asked for every page.</summary>
    /// <param name="forPaper">The printed editions were asked for, too.</param>
    public void Prune(bool forPaper)
    {
        kept.Prune();
        if (forPaper && !kept.HasAny)
        {
            maths.Prune();
            listings.Prune();
        }
    }

    public void Dispose() => maths.Dispose();

    private SortedDictionary<string, Lazy<byte[]>> Written()
    {
        var files = new SortedDictionary<string, Lazy<byte[]>>(StringComparer.Ordinal) { [".nojekyll"] = new([]) };
        foreach (var (path, bytes) in SiteAssets.Of(source.Workspace).Concat(source.Figures.Figures.SelectMany(Layers)))
        {
            files[path] = new(bytes);
        }

        foreach (var web in webs)
        {
            var pages = WebPages.Of(web, bag);
            Add(pages);
            var (previews, index) = (Previews.PathOf(web.In.Language.Code), SearchIndex.PathOf(web.In.Language.Code));
            files[previews] = new(() => kept.Of(previews, web.Pages.SelectMany(Previews.Beginnings), bag, Preview));
            files[index] = new(() => kept.Of(index, web.Pages, bag, () => SearchIndex.Of(web)));

            byte[] Preview() => Previews.Of(web, pages.Select(page => Html(page.Path)));
        }

        if (webs is [var first, var second, ..])
        {
            Add(BothPages.Of(first, second, bag));
        }

        var primary = webs.Find(web => web.In.Language == source.Book.Report.Primary)!;
        files[ReportJson.Name] = new(() => ReportJson.Of(primary.Pages, source.Figures));
        if (!source.Demo)
        {
            files["sitemap.xml"] = new(() =>
                Sitemap.Of(source.Book.Report, [.. files.Keys.Where(f => f != "sitemap.xml")])
            );
        }

        return files;

        string Html(string path) => Encoding.UTF8.GetString(files[path].Value);

        void Add(IEnumerable<WrittenPage> pages)
        {
            foreach (var (path, shown, html) in pages)
            {
                files[path] = new(() => kept.Of(path, shown, bag, () => PageWriter.Bytes(html.Value)));
            }
        }
    }

    private SiteModels Models(Language language, MathsForm form)
    {
        var (book, runs, figures, terms) = (source.Book, source.Runs, source.Figures, source.Terms);
        var numbering = Numbering.Of(book, language);
        var context = new LanguageContext(book, language, terms, numbering, runs, facts, figures, maths, form)
        {
            Listings = listings,
        };
        return new SiteModels(
            context,
            [.. book.Chapters.Select(chapter => PageContext.Of(context, chapter, bag))],
            templates,
            source.Demo
        )
        {
            Commit = source.Commit,
            Links = SiteLinks.Of(source.Book.Report, source.Workspace),
            Verify = "./build.sh verify" + (source.Workspace.Root == source.Workspace.Home ? "" : " --root DIR"),
            GeneratedPages = form == MathsForm.Web ? [new(EvidenceModels.Page, "evidence")] : [],
        };
    }

    private static IEnumerable<KeyValuePair<string, byte[]>> Layers(Figure figure) =>
        figure.Files.Select(file => KeyValuePair.Create("figures/" + file.Key, file.Value));
}

/// <summary>All that a site is made of.</summary>
public sealed record SiteSource(
    Book Book,
    RunSet Runs,
    FigureSet Figures,
    IReadOnlyList<Terms> Terms,
    Workspace Workspace,
    bool Demo
)
{
    /// <summary>Printed on each page; empty for none.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Digest of all files that it is made of, but for chapters' texts and runs; null where no page is kept for later.</summary>
    public string? Inputs { get; init; }
}
