using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content;
using Recto.Content.Markdown;

namespace Recto.Tests.Source;

/// <summary>An edition of the report as an outline: its tree without the appendix, and the slots it fills.</summary>
internal static class ReportOutline
{
    public static IReadOnlyList<OutlineSection> Of(Book book, Language language)
    {
        var report = book.Report;
        var tree = report.Parts.Where(p => p.Kind != PartKind.Appendix);
        return [Section(1, report.Title[language], null), .. tree.SelectMany(part => Of(part, book, language))];
    }

    private static IEnumerable<OutlineSection> Of(Part part, Book book, Language language)
    {
        var number = part.Number is { } n ? Numerals.Chinese(n) + "." : "";
        if (part.Title is { } title)
        {
            var isContents = part.Kind == PartKind.Contents;
            yield return Section(2, number + title[language], isContents ? "contents" : null) with
            {
                Slots = isContents ? [("1.contents", "list")] : [],
            };
        }

        foreach (var chapter in book.Chapters.Where(c => c.Part == part))
        {
            var isPart = part.Kind == PartKind.Chapter;
            var top = isPart ? (Level: 2, Number: number) : (Level: 3, Number: chapter.Number + " ");
            foreach (var section in Of(chapter.Editions[language.Code], top))
            {
                yield return section;
            }
        }
    }

    private static List<OutlineSection> Of(Edition edition, (int Level, string Number) top)
    {
        var sections = new List<OutlineSection>();
        foreach (var block in edition.Body.Descendants<Block>())
        {
            if (block is HeadingBlock heading)
            {
                var number = heading.Level == 1 ? top.Number : "";
                sections.Add(
                    Section(top.Level + heading.Level - 1, number + Words(heading), heading.GetAttributes().Id)
                );
            }
            else if (Slots.Of(block) is { } slot && !sections[^1].Slots.Contains((slot, Kind(block))))
            {
                sections[^1] = sections[^1] with { Slots = [.. sections[^1].Slots, (slot, Kind(block))] };
            }
        }

        return sections;
    }

    private static OutlineSection Section(int level, string heading, string? id) =>
        new(level, heading, heading, id, []);

    private static string Words(HeadingBlock heading) =>
        string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(l => l.Content.ToString()));

    private static string Kind(Block block) =>
        block switch
        {
            FigureBlock => "figure",
            MathBlock => "formula",
            Table or MetricsBlock => "table",
            ListingBlock => "listing",
            _ => "list",
        };
}
