using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Sets every formula of the book before anything is trained, so that a wrong one costs no training.</summary>
public static class FormulaChecks
{
    public static void Check(Book book, Workspace workspace, DiagnosticBag bag)
    {
        using var maths = new Maths(workspace);
        foreach (var formula in Inline(book, bag).Concat(Displayed(book)))
        {
            maths.Set(formula, MathsForm.Web, bag);
        }
    }

    private static IEnumerable<Formula> Inline(Book book, DiagnosticBag bag) =>
        BookTexts.Of(book, bag).SelectMany(t => t.Inlines.OfType<MathInline>().Select(m => Formulas.Of(m, t.File)));

    private static IEnumerable<Formula> Displayed(Book book) =>
        book
            .Chapters.SelectMany(c => c.Editions.Values)
            .SelectMany(e => e.Body.Descendants<MathBlock>().Select(m => Formulas.Of(m, e.File)));
}
