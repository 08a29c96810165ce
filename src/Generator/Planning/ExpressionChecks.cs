using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Planning;

/// <summary>Evaluates every expression of the book with stand-ins, so that a wrong name costs no training.</summary>
public sealed class ExpressionChecks
{
    private readonly Book book;
    private readonly DiagnosticBag bag;
    private readonly IReadOnlyDictionary<string, RunFacts> facts;

    private ExpressionChecks(Book book, DiagnosticBag bag)
    {
        this.book = book;
        this.bag = bag;
        facts = StandIns.Of(book.Experiments.Values);
    }

    /// <summary>Of prose, captions, titles, tables and claims.</summary>
    public static void Check(Book book, DiagnosticBag bag)
    {
        var checks = new ExpressionChecks(book, bag);
        foreach (var chapter in book.Chapters)
        {
            foreach (var edition in chapter.Editions.Values)
            {
                checks.CheckInlines(Prose.Inlines(edition, bag), edition.Language);
            }

            foreach (var claim in chapter.Claims)
            {
                checks.CheckClaim(claim);
            }
        }
    }

    private void CheckClaim(Claim claim)
    {
        foreach (var language in book.Report.Languages)
        {
            CheckInlines(InlineText.Parse(claim.Text.At(language), bag).Descendants<Inline>(), language);
        }

        if (Evaluator.IsTruth(claim.Holds) is false)
        {
            bag.Add(Errors.ClaimUntestable(claim.Holds, claim.Id));
        }
        else
        {
            Evaluate(claim.Holds, book.Report.Primary);
        }
    }

    private void CheckInlines(IEnumerable<Inline> inlines, Language language)
    {
        foreach (var value in inlines.OfType<ValueInline>())
        {
            var expression = new Located<string>(value.Expression, value.Place);
            if (Evaluator.IsTruth(expression) is true)
            {
                bag.Add(Errors.TruthPrinted(expression));
            }

            Evaluate(expression, language);
        }
    }

    private void Evaluate(Located<string> expression, Language language)
    {
        if (!Evaluator.Runs(expression).Any(book.Unreadable.Contains))
        {
            Evaluator.Evaluate(expression, facts, language, bag);
        }
    }
}
