using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>Running text that an author wrote: a title, the body of a chapter with its captions, the sentence of a claim.</summary>
/// <param name="File">Where its lines and columns are counted.</param>
public sealed record BookText(string File, Language Language, IEnumerable<Inline> Inlines);

/// <summary>All running text of a book, chapter by chapter, in every language.</summary>
public static class BookTexts
{
    public static IEnumerable<BookText> Of(Book book, DiagnosticBag bag) =>
        book.Chapters.SelectMany(chapter =>
            chapter
                .Editions.Values.SelectMany(edition => Of(edition, bag))
                .Concat(chapter.Claims.SelectMany(claim => Of(claim, book.Report.Languages, bag)))
        );

    private static IEnumerable<BookText> Of(Edition edition, DiagnosticBag bag)
    {
        yield return Parsed(edition.Title, edition.Language, bag);
        if (edition.Description is not null)
        {
            yield return Parsed(edition.Description, edition.Language, bag);
        }

        yield return new BookText(edition.File, edition.Language, Prose.Inlines(edition.Body));
    }

    private static IEnumerable<BookText> Of(Claim claim, IReadOnlyList<Language> languages, DiagnosticBag bag) =>
        claim.Texts.SelectMany(text => languages.Select(language => Parsed(text.At(language), language, bag)));

    private static BookText Parsed(Located<string> text, Language language, DiagnosticBag bag) =>
        new(text.Place.File, language, InlineText.Parse(text, bag).Descendants<Inline>());
}
