using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>What must hold between chapters and between languages.</summary>
internal static class BookChecks
{
    public static void Check(Book book, DiagnosticBag bag)
    {
        foreach (var language in book.Report.Languages)
        {
            CheckUnique(book, language, bag);
        }

        foreach (var chapter in book.Chapters)
        {
            CheckShared([.. chapter.Editions.Values], bag);
        }

        var references = new ReferenceChecks(book, bag);
        foreach (var text in BookTexts.Of(book, bag))
        {
            references.Check(text);
        }
    }

    private static void CheckUnique(Book book, Language language, DiagnosticBag bag)
    {
        var editions = book.Chapters.Select(c => c.Editions.GetValueOrDefault(language.Code)).OfType<Edition>();
        var first = new Dictionary<string, Anchor>();
        foreach (var anchor in editions.SelectMany(AnchorsOf).Where(a => !first.TryAdd(a.Id, a)))
        {
            bag.Add(Errors.IdDuplicate(new(anchor.Id, anchor.Place), first[anchor.Id].Place));
        }
    }

    /// <summary>Headings and figures of one language are those of each other.</summary>
    private static void CheckShared(IReadOnlyList<Edition> editions, DiagnosticBag bag)
    {
        foreach (var edition in editions)
        {
            foreach (var other in editions.Where(e => e != edition))
            {
                var there = AnchorsOf(other).Select(a => (a.Kind, a.Id)).ToHashSet();
                var missing = AnchorsOf(edition)
                    .Where(a => a.Kind is AnchorKind.Section or AnchorKind.Figure && !there.Contains((a.Kind, a.Id)));
                foreach (var anchor in missing)
                {
                    bag.Add(Errors.IdUntranslated(new(anchor.Id, anchor.Place), other.File));
                }
            }
        }
    }

    private static IReadOnlyList<Anchor> AnchorsOf(Edition edition) => Anchors.Of(edition.Body, edition.File);
}
