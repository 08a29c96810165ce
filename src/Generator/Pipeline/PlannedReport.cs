using Recto.Content;
using Recto.Content.Proofreading;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Pages;
using Recto.Pdf;
using Recto.Planning;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>A report that was read and found right as far as that can be told before anything is trained.</summary>
/// <param name="Terms">For each of its languages.</param>
public sealed record PlannedReport(Book Book, IReadOnlyList<Terms> Terms, Plan Plan)
{
    /// <summary>Brought along by the chapters; all other figures are drawn from runs.</summary>
    public required FigureSet Pictures { get; init; }

    /// <summary>Digest of all files that it is made of, but for the chapters' texts.</summary>
    public required string Inputs { get; init; }

    /// <summary>What was found right, now and earlier.</summary>
    public required PassedChecks Passed { get; init; }

    /// <param name="strict">A missing translation is a mistake, and so is one whose original has changed.</param>
    /// <exception cref="ReportException">There are mistakes; all of them are in the bag.</exception>
    public static PlannedReport Read(Workspace workspace, bool demo, bool strict, DiagnosticBag bag)
    {
        if (BookReader.Read(workspace, bag) is not { } book)
        {
            throw new ReportException(ExitCode.AuthorMistake);
        }

        var terms = TermsReader.Read(workspace, book.Report.Languages, bag);
        var (inputs, passed) = (InputsDigest.OfTexts(workspace), PassedChecks.Of(workspace));
        var found = new DiagnosticBag();
        var texts = new DueTexts(book, inputs, passed);
        var due = texts.Book;
        FigureSet? pictures = null;
        SideBySide.Do(
            () => ExpressionChecks.Check(due, found),
            () => Proofreader.Check(due, workspace, found),
            () => FormulaChecks.Check(due, workspace, found),
            () => ProseGlyphs.Check(due, workspace, found),
            () => FigureChecks.Check(book, bag),
            () => pictures = Recto.Figures.Pictures.Read(book, workspace, bag),
            () => new Templates(workspace.TemplateFolders).Check(terms.SelectMany(t => t.Words.Keys).ToHashSet(), bag)
        );
        texts.Pass(found);
        passed.Keep();
        bag.Add(found);
        if (strict)
        {
            bag.Forbid("translation-missing");
            bag.Forbid("translation-stale");
            bag.Forbid("translation-unconfirmed");
        }

        var plan = Planner.Plan(book, demo, bag);
        bag.ThrowIfErrors();
        return new PlannedReport(book, terms, plan)
        {
            Pictures = pictures!,
            Inputs = InputsDigest.OfPages(workspace, inputs),
            Passed = passed,
        };
    }

    /// <summary>All that its chapters show: drawn from the runs, and brought along.</summary>
    /// <exception cref="ReportException">One could not be drawn, so its page cannot be written.</exception>
    public FigureSet Figures(RunSet runs, Workspace workspace, DiagnosticBag bag)
    {
        var drawn = FigureGallery.Draw(Book, runs, Terms, workspace, bag);
        bag.ThrowIfErrors();
        return drawn.With(Pictures);
    }
}
