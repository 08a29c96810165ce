using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Recto.Content;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Sets every formula of the book, so that a bad one is told with all other mistakes and costs no training.</summary>
public static class FormulaChecks
{
    public static void Check(Book book, Workspace workspace, DiagnosticBag bag)
    {
        using var maths = new Maths(workspace);
        var formulas = book.Chapters.SelectMany(c => c.Editions.Values).SelectMany(e => Formulas(e, bag));
        var claimed = book.Chapters.SelectMany(c => c.Claims).SelectMany(c => Formulas(c, book.Report, bag));
        foreach (var formula in formulas.Concat(claimed))
        {
            maths.Set(formula, MathsForm.Web, bag);
        }
    }

    private static IEnumerable<Formula> Formulas(Edition edition, DiagnosticBag bag) =>
        Prose
            .Inlines(edition, bag)
            .OfType<MathInline>()
            .Select(maths => Pages.Formulas.Of(maths, edition.File))
            .Concat(edition.Body.Descendants<MathBlock>().Select(maths => Pages.Formulas.Of(maths, edition.File)));

    private static IEnumerable<Formula> Formulas(Claim claim, Report report, DiagnosticBag bag) =>
        from language in report.Languages
        let text = claim.Text.At(language)
        from maths in InlineText.Parse(text, bag).Descendants<MathInline>()
        select Pages.Formulas.Of(maths, text.Place.File);
}
