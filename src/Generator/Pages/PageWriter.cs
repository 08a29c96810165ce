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
        var templates = new Templates(workspace.Templates);
        var facts = runs.ById.ToDictionary(r => r.Key, r => FactsOf(r.Value, book), StringComparer.Ordinal);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [".nojekyll"] = [] };
        var prints = new List<PrintEdition>();
        var unexpected = new List<Claim>();
        foreach (var (path, bytes) in SiteAssets.Of(workspace).Concat(figures.Figures.SelectMany(Layers)))
        {
            files[path] = bytes;
        }

        foreach (var language in book.Report.Languages)
        {
            var web = Models(language, MathsForm.Web);
            foreach (var (path, html) in WebPages.Write(web, bag))
            {
                files[path] = Bytes(html);
            }

            if (PrintEditions.Write(Models(language, MathsForm.Print), bag) is { } print)
            {
                prints.Add(print);
            }

            if (!demo)
            {
                unexpected.AddRange(web.Pages.SelectMany(Verdicts.Unexpected).Where(c => !unexpected.Contains(c)));
            }
        }

        if (!demo)
        {
            files["sitemap.xml"] = Sitemap.Of(book.Report, [.. files.Keys]);
        }

        maths.Prune();
        return new SiteDraft(files, prints, unexpected);

        SiteModels Models(Language language, MathsForm form)
        {
            var numbering = Numbering.Of(book, language);
            var context = new LanguageContext(book, language, terms, numbering, runs, facts, figures, maths, form);
            var pages = book.Chapters.Select(chapter => PageContext.Of(context, chapter, bag));
            return new SiteModels(context, [.. pages], templates, demo) { Commit = commit };
        }
    }

    public static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);

    private static RunFacts FactsOf(Run run, Book book)
    {
        var epochs = book.Experiments[run.Id].Spec.Epochs;
        var curves = run.Curves.ToDictionary(c => c.Key, c => Filled(c.Value, epochs), StringComparer.Ordinal);
        return new(run.Record.Spec, run.Record.Metrics, curves, run.Environment.TrainSeconds);
    }

    /// <summary>A demo stops early: text that speaks of a later epoch shows its last.</summary>
    private static IReadOnlyList<double> Filled(IReadOnlyList<double> curve, int epochs) =>
        [.. curve, .. Enumerable.Repeat(curve[^1], Math.Max(0, epochs - curve.Count))];

    private static IEnumerable<KeyValuePair<string, byte[]>> Layers(Figure figure) =>
        figure.Files.Select(file => KeyValuePair.Create("figures/" + file.Key, file.Value));
}
