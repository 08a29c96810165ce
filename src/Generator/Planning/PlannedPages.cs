using Markdig.Syntax;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Planning;

/// <summary>Which figures and pages show which runs.</summary>
internal static class PlannedPages
{
    public static IReadOnlyList<PlannedFigure> Figures(Book book) =>
        [
            .. Editions(book)
                .SelectMany(e => e.Edition.Figures)
                .Where(f => f.Runs.Count > 0)
                .DistinctBy(f => f.Id)
                .Select(f => new PlannedFigure(f.Id, [.. f.Runs.SelectMany(id => Seeds(id, book))])),
        ];

    public static IReadOnlyList<PlannedPage> Of(Book book) =>
        [
            .. Editions(book)
                .Select(e => new PlannedPage(
                    $"{e.Edition.Language.Code}/{e.Chapter.Folder}.html",
                    $"report.{e.Edition.Language.Code}.pdf",
                    RunsOf(e.Chapter, e.Edition, book).SelectMany(id => Seeds(id, book)).ToHashSet()
                )),
        ];

    /// <summary>A further seed changes what is shown of its experiment as much as the first.</summary>
    private static IEnumerable<string> Seeds(string experiment, Book book) =>
        book.Experiments.TryGetValue(experiment, out var known) ? Planner.RunsOf(known, demo: false) : [experiment];

    private static IEnumerable<(Chapter Chapter, Edition Edition)> Editions(Book book) =>
        from language in book.Report.Languages
        from chapter in book.Chapters
        let edition = chapter.Editions.GetValueOrDefault(language.Code)
        where edition is not null
        select (chapter, edition);

    /// <summary>Those that a chapter's figures, tables, values and claims name.</summary>
    private static HashSet<string> RunsOf(Chapter chapter, Edition edition, Book book) =>
        edition
            .Figures.SelectMany(f => f.Runs)
            .Concat(edition.Body.Descendants<MetricsBlock>().SelectMany(m => m.Runs.Select(r => r.Value)))
            .Concat(Values(edition).SelectMany(Evaluator.Runs))
            .Concat(chapter.Claims.SelectMany(c => c.Tests).SelectMany(t => Evaluator.Runs(t.Test)))
            .SelectMany(book.Named)
            .ToHashSet();

    /// <summary>What is wrong with them has been said by <see cref="ExpressionChecks"/>.</summary>
    private static IEnumerable<Located<string>> Values(Edition edition) =>
        Prose
            .Inlines(edition, new DiagnosticBag())
            .OfType<ValueInline>()
            .Select(v => new Located<string>(v.Expression, v.Place));
}
