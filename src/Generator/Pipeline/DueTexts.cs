using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>The texts of a book that are to be read for mistakes: those in which none was found before need not be.</summary>
/// <param name="inputs">Digest of what else they hang on, but for the other chapters' declarations.</param>
internal sealed class DueTexts(Book book, string inputs, PassedChecks passed)
{
    private readonly string declared = Keys.Digest([
        inputs,
        .. book.Chapters.SelectMany(c => c.Editions.Values).SelectMany(e => new[] { e.File, e.Head }),
    ]);

    /// <summary>The book without the others; claims are a part of the text that declares them.</summary>
    public Book Book =>
        book with
        {
            Chapters =
            [
                .. book.Chapters.Select(chapter =>
                    chapter with
                    {
                        Editions = chapter.Editions.Where(e => IsDue(e.Value)).ToDictionary(),
                        Claims = IsDue(chapter.Editions[book.Report.Primary.Code]) ? chapter.Claims : [],
                    }
                ),
            ],
        };

    /// <summary>Notes for the next time which texts have no mistake.</summary>
    /// <param name="found">By everyone who looked.</param>
    public void Pass(DiagnosticBag found)
    {
        var wrong = found.Sorted().Select(diagnostic => diagnostic.Place?.File).ToHashSet();
        foreach (var edition in book.Chapters.SelectMany(c => c.Editions.Values).Where(e => !wrong.Contains(e.File)))
        {
            passed.Pass(KeyOf(edition));
        }
    }

    private bool IsDue(Edition edition) => !passed.Has(KeyOf(edition));

    private string KeyOf(Edition edition) => PassedChecks.KeyOf(["text", edition.File, edition.Source, declared]);
}
