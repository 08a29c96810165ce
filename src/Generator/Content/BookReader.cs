using Recto.Content.Declarations;
using Recto.Content.Parity;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary><c>content/</c> → <see cref="Book"/>.</summary>
public static class BookReader
{
    /// <summary>All that can be read, mistakes in the bag; null if <c>report.yml</c> is not right.</summary>
    /// <remarks>The book is whole only if the bag has no errors: check before anything is spent on it.</remarks>
    public static Book? Read(Workspace workspace, DiagnosticBag bag)
    {
        var files = new ContentFiles(workspace, bag);
        if (ReportReader.Read(files, bag) is not { } report)
        {
            return null;
        }

        var texts = new ChapterTexts(report, files, bag).Read();
        var declared = Declare(texts, report, files, bag);
        var chapters = new ChapterReader(declared, files, bag);
        var book = new Book(report, [.. texts.Select(chapters.Read)], declared.Experiments)
        {
            References = ReferencesReader.Read(files, bag),
            Sweeps = declared.Sweeps,
            Unreadable = declared.Unreadable,
        };
        BookChecks.Check(book, bag);
        return book with { Stale = Translations.Stale(book, Confirmed.Read(files, bag), bag) };
    }

    private static Declared Declare(
        IReadOnlyList<ChapterText> texts,
        Report report,
        ContentFiles files,
        DiagnosticBag bag
    )
    {
        var own = OwnClasses.Read(files, bag);
        var runs = texts.SelectMany(t => t.Primary.Experiments).ToList();
        var claims = texts.SelectMany(t => t.Primary.Claims).ToList();
        var declared = ExperimentReader.Read(runs, report.Data, own, bag);
        var runById = declared.Experiments.ToDictionary(e => e.Id);
        var claimById = new Dictionary<string, Claim>();
        foreach (var claim in claims.Select(c => ClaimReader.Read(c, report.Languages, bag)).OfType<Claim>())
        {
            if (!claimById.TryAdd(claim.Id, claim))
            {
                bag.Add(Errors.ClaimDuplicate(new(claim.Id, claim.Place), claimById[claim.Id].Place));
            }
        }

        var unreadable = claims.Select(d => d.Key.Value).Except(claimById.Keys).Union(declared.Unreadable);
        return new Declared(runById, declared.Sweeps, claimById, unreadable.ToHashSet(), own.Figures);
    }
}
