using Markdig.Syntax;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content.Proofreading;

/// <summary>Everything that readers read as prose, line by line.</summary>
public static class ProseLines
{
    public static IEnumerable<ProseLine> Of(Book book, DiagnosticBag bag) =>
        book.Chapters.SelectMany(chapter =>
            chapter
                .Editions.Values.SelectMany(edition => Of(edition, bag))
                .Concat(chapter.Claims.SelectMany(claim => Of(claim, book.Report.Languages, bag)))
        );

    private static IEnumerable<ProseLine> Of(Edition edition, DiagnosticBag bag)
    {
        yield return Line(edition.Title, edition.Language, ProseKind.Heading, bag);
        if (edition.Description is { } description)
        {
            yield return Line(description, edition.Language, ProseKind.Text, bag);
        }

        foreach (var block in edition.Body.Descendants<Block>())
        {
            var kind = block is HeadingBlock ? ProseKind.Heading : ProseKind.Text;
            foreach (var words in Prose.Texts(block))
            {
                yield return ProseLine.Of(words, edition.File, edition.Language, kind);
            }
        }
    }

    private static IEnumerable<ProseLine> Of(Claim claim, IReadOnlyList<Language> languages, DiagnosticBag bag) =>
        languages.Select(language => Line(claim.Text.At(language), language, ProseKind.Claim, bag));

    private static ProseLine Line(Located<string> text, Language language, ProseKind kind, DiagnosticBag bag) =>
        ProseLine.Of(InlineText.Parse(text, bag), text.Place.File, language, kind);
}
