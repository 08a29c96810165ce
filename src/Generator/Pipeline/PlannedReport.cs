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

    /// <param name="strict">A missing translation is a mistake, and so is one whose original has changed.</param>
    /// <exception cref="ReportException">There are mistakes; all of them are in the bag.</exception>
    public static PlannedReport Read(Workspace workspace, bool demo, bool strict, DiagnosticBag bag)
    {
        if (BookReader.Read(workspace, bag) is not { } book)
        {
            throw new ReportException(ExitCode.AuthorMistake);
        }

        var terms = TermsReader.Read(workspace, book.Report.Languages, bag);
        FigureSet? pictures = null;
        SideBySide.Do(
            () => ExpressionChecks.Check(book, bag),
            () => Proofreader.Check(book, workspace, bag),
            () => FigureChecks.Check(book, bag),
            () => pictures = Recto.Figures.Pictures.Read(book, workspace, bag),
            () => FormulaChecks.Check(book, workspace, bag),
            () => ProseGlyphs.Check(book, workspace, bag),
            () => new Templates(workspace.TemplateFolders).Check(terms.SelectMany(t => t.Words.Keys).ToHashSet(), bag)
        );
        if (strict)
        {
            bag.Forbid("translation-missing");
            bag.Forbid("translation-stale");
            bag.Forbid("translation-unconfirmed");
        }

        var plan = Planner.Plan(book, demo, bag);
        bag.ThrowIfErrors();
        return new PlannedReport(book, terms, plan) { Pictures = pictures! };
    }

    /// <summary>All that its chapters show: drawn from the runs, and brought along.</summary>
    public FigureSet Figures(RunSet runs, Workspace workspace, DiagnosticBag bag) =>
        FigureGallery.Draw(Book, runs, Terms, workspace, bag).With(Pictures);
}
