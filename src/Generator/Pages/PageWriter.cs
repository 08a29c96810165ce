using System.Text;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Chapters, runs and figures → the site's pages, and one printable document a language.</summary>
public static class PageWriter
{
    public static SiteDraft Write(
        Book book,
        RunSet runs,
        FigureSet figures,
        IReadOnlyList<Terms> terms,
        Workspace workspace,
        bool demo,
        DiagnosticBag bag,
        string commit = ""
    )
    {
        using var maths = new Maths(workspace);
        var listings = new DigestCache(Path.Combine(workspace.Cache, "listings"));
        var templates = new Templates(workspace.TemplateFolders);
        var facts = SweepFacts.With(MeasuredFacts.Of(book, runs, demo), book.Sweeps.Values);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [".nojekyll"] = [] };
        var unexpected = new List<Claim>();
        foreach (var (path, bytes) in SiteAssets.Of(workspace).Concat(figures.Figures.SelectMany(Layers)))
        {
            files[path] = bytes;
        }

        IReadOnlyList<PrintEdition> prints = [];
        SideBySide.Do(WriteWeb, () => prints = [.. book.Report.Languages.Select(Print).OfType<PrintEdition>()]);
        if (!demo)
        {
            files["sitemap.xml"] = Sitemap.Of(book.Report, [.. files.Keys]);
        }

        maths.Prune();
        listings.Prune();
        return new SiteDraft(files, prints, unexpected);

        void WriteWeb()
        {
            var webs = book.Report.Languages.Select(language => Models(language, MathsForm.Web)).ToList();
            foreach (var web in webs)
            {
                foreach (var (path, html) in WebPages.Write(web, bag))
                {
                    files[path] = Bytes(html);
                }

                if (web.In.Language == book.Report.Primary)
                {
                    files[ReportJson.Name] = ReportJson.Of(web.Pages, figures);
                }

                files[SearchIndex.PathOf(web.In.Language.Code)] = SearchIndex.Of(web);
                if (!demo)
                {
                    unexpected.AddRange(web.Pages.SelectMany(Verdicts.Unexpected).Where(c => !unexpected.Contains(c)));
                }
            }

            foreach (var (path, html) in webs is [var first, var second, ..] ? BothPages.Write(first, second, bag) : [])
            {
                files[path] = Bytes(html);
            }
        }

        PrintEdition? Print(Language language) => PrintEditions.Write(Models(language, MathsForm.Print), bag);

        SiteModels Models(Language language, MathsForm form)
        {
            var numbering = Numbering.Of(book, language);
            var context = new LanguageContext(book, language, terms, numbering, runs, facts, figures, maths, form)
            {
                Listings = listings,
            };
            var pages = book.Chapters.Select(chapter => PageContext.Of(context, chapter, bag));
            return new SiteModels(context, [.. pages], templates, demo)
            {
                Commit = commit,
                Links = SiteLinks.Of(book.Report, workspace),
                Verify = workspace.Root == workspace.Home ? "./build.sh verify" : "./build.sh verify --root DIR",
                GeneratedPages = form == MathsForm.Web ? [new(EvidenceModels.Page, "evidence")] : [],
            };
        }
    }

    public static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);

    private static IEnumerable<KeyValuePair<string, byte[]>> Layers(Figure figure) =>
        figure.Files.Select(file => KeyValuePair.Create("figures/" + file.Key, file.Value));
}
