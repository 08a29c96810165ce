using System.Text.RegularExpressions;
using Markdig.Syntax;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Parity;

/// <param name="Place">Of its heading.</param>
/// <param name="Original">Of the same heading in the primary language.</param>
/// <param name="Digest">Of the original as it is now.</param>
public sealed record Translation(TranslatedSection Section, Place Place, Place Original, string Digest);

/// <summary>Every section that is there in the primary language and in another.</summary>
public static partial class Translations
{
    private const int Digits = 12;

    /// <summary>In the book's order.</summary>
    public static IReadOnlyList<Translation> Of(Book book) =>
        [
            .. from chapter in book.Chapters
            from edition in chapter.Editions.Values
            where edition.Language != book.Report.Primary
            from translation in Of(chapter, chapter.Editions[book.Report.Primary.Code], edition)
            select translation,
        ];

    /// <summary>Reports those whose original has changed since they were confirmed, and returns them.</summary>
    public static IReadOnlySet<TranslatedSection> Stale(
        Book book,
        IReadOnlyDictionary<TranslatedSection, string>? confirmed,
        DiagnosticBag bag
    )
    {
        var stale = new HashSet<TranslatedSection>();
        foreach (var t in confirmed is null ? [] : Of(book))
        {
            var argument = $"{t.Section.Chapter}#{t.Section.Id}";
            if (!confirmed!.TryGetValue(t.Section, out var digest))
            {
                bag.Add(Errors.TranslationUnconfirmed(t.Place, t.Original, argument));
            }
            else if (digest != t.Digest)
            {
                stale.Add(t.Section);
                bag.Add(Errors.TranslationStale(t.Place, t.Original, argument));
            }
        }

        return stale;
    }

    private static IEnumerable<Translation> Of(Chapter chapter, Edition primary, Edition other)
    {
        var sections = Section.Of(primary);
        var there = Section.Of(other).ToLookup(s => s.Id);
        foreach (var (index, section) in sections.Index().Where(s => there.Contains(s.Item.Id)))
        {
            IEnumerable<string> texts =
            [
                .. index == 0 ? new[] { primary.Title.Value, primary.Description?.Value ?? "" } : [],
                section.Text,
                .. Claims(primary, section, sections.ElementAtOrDefault(index + 1)),
            ];
            yield return new Translation(
                new TranslatedSection(chapter.Folder, other.Language.Code, section.Id),
                there[section.Id].First().Place,
                section.Place,
                Keys.Digest(texts.Select(Essence))[..Digits]
            );
        }
    }

    /// <summary>Sentences that stand in front matter and are read in the section.</summary>
    private static IEnumerable<string> Claims(Edition primary, Section section, Section? next) =>
        primary
            .Body.Descendants<ClaimsBlock>()
            .Where(block => block.Line + 1 > section.Place.Line && (next is null || block.Line + 1 < next.Place.Line))
            .SelectMany(block => block.Claims)
            .SelectMany(claim => claim.Texts)
            .Select(text => text[primary.Language]);

    /// <summary>Text without what changes when it is wrapped or laid out anew: white space, quotes' marks, the rules of tables, comments.</summary>
    private static string Essence(string text) => Layout().Replace(text, "");

    [GeneratedRegex(
        @"<!--.*?-->|^[ \t]*(>[ \t]?)+|(?<=\|[ \t]*:?-)-+|\s+",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Layout();
}
