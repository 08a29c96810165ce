using System.Text.RegularExpressions;
using Markdig.Syntax;
using Recto.Content.Markdown;
using Recto.Content.Parity;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>What must hold between chapters and between languages.</summary>
internal static partial class BookChecks
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

        ParityChecks.Check(book, bag);
        CheckSources(book, bag);
        var references = new ReferenceChecks(book, bag);
        foreach (var text in BookTexts.Of(book, bag))
        {
            references.Check(text);
        }
    }

    private static void CheckSources(Book book, DiagnosticBag bag)
    {
        foreach (var key in book.Report.Sources.Where(k => !book.References.ContainsKey(k.Value)))
        {
            bag.Add(Errors.CitationUnknown(key, book.References.Keys));
        }

        foreach (var edition in book.Chapters.SelectMany(c => c.Editions.Values).Where(_ => book.Report.Issued is null))
        {
            foreach (var block in edition.Body.Descendants<CitationBlock>())
            {
                bag.Add(Errors.YearMissing(Places.Of(edition.File, block)));
            }
        }
    }

    private static void CheckUnique(Book book, Language language, DiagnosticBag bag)
    {
        var editions = book.Chapters.Select(c => c.Editions.GetValueOrDefault(language.Code)).OfType<Edition>();
        var first = new Dictionary<string, Anchor>();
        foreach (var anchor in editions.SelectMany(AnchorsOf))
        {
            if (!Id().IsMatch(anchor.Id))
            {
                bag.Add(Errors.IdInvalid(new(anchor.Id, anchor.Place)));
            }
            else if (!first.TryAdd(anchor.Id, anchor))
            {
                bag.Add(Errors.IdDuplicate(new(anchor.Id, anchor.Place), first[anchor.Id].Place));
            }
        }
    }

    /// <summary>What has a number in one language has it in each: references and the reader's place rest on it.</summary>
    private static void CheckShared(IReadOnlyList<Edition> editions, DiagnosticBag bag)
    {
        foreach (var edition in editions)
        {
            foreach (var other in editions.Where(e => e != edition))
            {
                var there = AnchorsOf(other).Select(a => (a.Kind, a.Id)).ToHashSet();
                foreach (var anchor in AnchorsOf(edition).Where(a => !there.Contains((a.Kind, a.Id))))
                {
                    bag.Add(Errors.IdUntranslated(new(anchor.Id, anchor.Place), other.File));
                }
            }
        }
    }

    /// <summary>It becomes part of addresses and of file names.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9_-]*\z")]
    private static partial Regex Id();

    private static IReadOnlyList<Anchor> AnchorsOf(Edition edition) => Anchors.Of(edition.Body, edition.File);
}
