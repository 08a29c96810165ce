using Recto.Diagnostics;

namespace Recto.Content.Parity;

/// <summary>Each language of a chapter says the same: the same sections in the same order, and in each the same figures, formulas, references, numbers and claims.</summary>
internal static class ParityChecks
{
    public static void Check(Book book, DiagnosticBag bag)
    {
        foreach (var chapter in book.Chapters)
        {
            var primary = chapter.Editions[book.Report.Primary.Code];
            foreach (var other in chapter.Editions.Values.Where(e => e != primary))
            {
                Check(primary, other, bag);
            }
        }
    }

    private static void Check(Edition primary, Edition other, DiagnosticBag bag)
    {
        var (here, there) = (Section.Of(primary), Section.Of(other));
        CheckHeadings(here, there, bag);
        var shared = here.Select(s => s.Id).Intersect(there.Select(s => s.Id)).ToHashSet();
        var (ours, theirs) = (Held(primary, here), Held(other, there));
        foreach (var id in shared)
        {
            Compare(ours[id], theirs, there.First(s => s.Id == id), bag);
            Compare(theirs[id], ours, here.First(s => s.Id == id), bag);
        }
    }

    /// <summary>Those that one language lacks are told as such; the others must come in one order, at one level.</summary>
    private static void CheckHeadings(IReadOnlyList<Section> here, IReadOnlyList<Section> there, DiagnosticBag bag)
    {
        var ids = here.Select(s => s.Id).ToHashSet();
        var others = there.Select(s => s.Id).ToHashSet();
        var pairs = here.Where(s => others.Contains(s.Id)).Zip(there.Where(s => ids.Contains(s.Id)));
        foreach (var (ours, theirs) in pairs)
        {
            if (ours.Id != theirs.Id)
            {
                bag.Add(Errors.HeadingMoved(new(theirs.Id, theirs.Place), new(ours.Id, ours.Place)));
                return;
            }

            if (ours.Level != theirs.Level)
            {
                bag.Add(Errors.HeadingLevelDiffers(new(theirs.Id, theirs.Place), theirs.Level, ours.Level, ours.Place));
            }
        }
    }

    private static ILookup<string, SharedItem> Held(Edition edition, IReadOnlyList<Section> sections) =>
        SharedItems
            .Of(edition)
            .ToLookup(item => sections.LastOrDefault(s => s.Place.Line <= item.Place.Line)?.Id ?? "");

    /// <param name="others">Of the other language, by section.</param>
    private static void Compare(
        IEnumerable<SharedItem> items,
        ILookup<string, SharedItem> others,
        Section there,
        DiagnosticBag bag
    )
    {
        var known = others[there.Id].Select(o => (o.Kind, o.Key)).ToHashSet();
        var ids = others.SelectMany(section => section).Where(o => o.HasId).Select(o => o.Key).ToHashSet();
        foreach (
            var item in items
                .DistinctBy(i => (i.Kind, i.Key))
                .Where(i => !known.Contains((i.Kind, i.Key)) && (!i.HasId || ids.Contains(i.Key)))
        )
        {
            bag.Add(Errors.SectionDiffers(item.Place, item.Kind, item.Key, there.Id, there.Place));
        }
    }
}
