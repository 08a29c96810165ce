using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Something with a number.</summary>
/// <param name="Id">What references call it.</param>
/// <param name="Chapter">The folder of the chapter it stands in.</param>
/// <param name="Number">For instance <c>3.1.2</c> or <c>4</c>.</param>
public sealed record Target(AnchorKind Kind, string Id, string Chapter, string Number)
{
    /// <summary>The id of its element in the page.</summary>
    public string Anchor => Kind == AnchorKind.Claim ? "claim-" + Id : Id;
}

/// <summary>Numbers of everything numbered: sections by chapter, other kinds counted over the whole book.</summary>
public sealed class Numbering
{
    private readonly Dictionary<string, Target> targets = new(StringComparer.Ordinal);

    private Numbering() { }

    /// <exception cref="KeyNotFoundException">The book has no such id: content is checked before pages are written.</exception>
    public Target this[string id] => targets[id];

    /// <summary>Null where nothing has that id, as a claim that is made and nowhere shown.</summary>
    public Target? Find(string id) => targets.GetValueOrDefault(id);

    /// <summary>As they are shown, wherever they are declared; those that are not shown come last.</summary>
    public IEnumerable<Claim> InOrder(IEnumerable<Claim> claims) =>
        claims.OrderBy(claim =>
            Find(claim.Id) is { } target ? int.Parse(target.Number, CultureInfo.InvariantCulture) : int.MaxValue
        );

    /// <summary>Counts in the language's editions, and in the primary one's where a translation is missing.</summary>
    public static Numbering Of(Book book, Language language)
    {
        var numbering = new Numbering();
        foreach (var chapter in book.Chapters)
        {
            var edition = chapter.In(language, book.Report);
            numbering.AddSections(chapter, edition);
            foreach (var anchor in Anchors.Of(edition.Body, edition.File).Where(a => a.Kind != AnchorKind.Section))
            {
                numbering.Add(new Target(anchor.Kind, anchor.Id, chapter.Folder, numbering.Next(anchor.Kind)));
            }
        }

        return numbering;
    }

    /// <summary>A heading of level 2 counts within the chapter, a deeper one within the heading above it.</summary>
    private void AddSections(Chapter chapter, Edition edition)
    {
        var counts = new int[6];
        foreach (var heading in edition.Body.Descendants<HeadingBlock>())
        {
            var level = heading.Level;
            counts[level - 1]++;
            Array.Clear(counts, level, counts.Length - level);
            var number =
                chapter.Number.Length == 0
                    ? ""
                    : string.Join('.', counts[1..level].Select(Text).Prepend(chapter.Number));
            Add(new Target(AnchorKind.Section, heading.GetAttributes().Id ?? "", chapter.Folder, number));
        }
    }

    private void Add(Target target) => targets.TryAdd(target.Id, target);

    private string Next(AnchorKind kind) => Text(targets.Values.Count(t => t.Kind == kind) + 1);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
