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
        facts = SweepFacts.With(StandIns.Of(book.Experiments.Values), book.Sweeps.Values);
    }

    /// <summary>Of prose, captions, titles, tables and claims.</summary>
    public static void Check(Book book, DiagnosticBag bag)
    {
        var checks = new ExpressionChecks(book, bag);
        foreach (var text in BookTexts.Of(book, bag))
        {
            checks.CheckValues(text);
        }

        foreach (var claim in book.Chapters.SelectMany(c => c.Claims))
        {
            checks.CheckTest(claim);
        }
    }

    private void CheckValues(BookText text)
    {
        foreach (var value in text.Inlines.OfType<ValueInline>())
        {
            var expression = new Located<string>(value.Expression, value.Place);
            if (Evaluator.IsTruth(expression) is true)
            {
                bag.Add(Errors.TruthPrinted(expression));
            }

            Evaluate(expression, text.Language);
        }
    }

    private void CheckTest(Claim claim)
    {
        foreach (var (key, test) in claim.Tests)
        {
            if (Evaluator.IsTruth(test) is false)
            {
                bag.Add(Errors.ClaimUntestable(test, key, claim.Id));
            }
            else
            {
                Evaluate(test, book.Report.Primary);
            }
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
