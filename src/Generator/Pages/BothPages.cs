using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Pages that show the report's first two languages side by side.</summary>
public static class BothPages
{
    public static IEnumerable<WrittenPage> Of(SiteModels first, SiteModels second, DiagnosticBag bag)
    {
        var site = first with { Folder = SiteModels.BothFolder };
        return first
            .Pages.Zip(second.Pages)
            .Where(p => IsPaired(p.First))
            .Select(p => new WrittenPage(
                site.PathOf(p.First.Chapter),
                [p.First, p.Second],
                new(() => Write(site, p.First, p.Second, bag))
            ));
    }

    private static string Write(SiteModels site, PageContext page, PageContext other, DiagnosticBag bag)
    {
        var (left, right) = Beside(page, other);
        var body = new Html(PairHtml.Body(left, right));
        var chapter = ChapterModels.Of(left, site.Of(page.Chapter.Part, ""), body);
        var words = site.Of(site.Chapter(chapter));
        words.Add("chapter", chapter);
        words.Add("other", Other(right));
        return site.Templates.Render("both.html", words, bag) ?? "";
    }

    private static bool IsPaired(PageContext page) => page.Chapter.IsPaired(page.In.Book.Report);

    /// <summary>Both list their numbers and works at one end; the second gives way where both would have an id.</summary>
    private static (PageContext First, PageContext Second) Beside(PageContext first, PageContext second)
    {
        var taken = Anchors.Of(first.Edition.Body, first.Edition.File).Select(a => first.In.Numbering[a.Id].Anchor);
        var left = first with
        {
            Provenance = new(),
            Citations = Citations.Of(first.Edition, first.In.Book),
            Aside = new Aside("", new HashSet<string>()),
        };
        var right = second with
        {
            Provenance = left.Provenance,
            Citations = left.Citations,
            Standings = left.Standings,
            Aside = new Aside(second.In.Language.Code + "-", taken.ToHashSet(StringComparer.Ordinal)),
        };
        return (left, right);
    }

    private static OtherModel Other(PageContext page) =>
        new(
            page.Edition.Language.Tag,
            ChapterModels.Title(page),
            ChapterModels.Heading(page),
            ChapterModels.Description(page)
        );
}
