using Markdig.Syntax;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>A chapter, rendered, as templates see it.</summary>
public static class ChapterModels
{
    public static ChapterModel Of(PageContext page, NavPart part) =>
        Of(page, part, new Html(MarkdownHtml.Blocks(page.Edition.Body, page)));

    /// <param name="body">Rendered already: the numbers and works that it names are listed at the end.</param>
    public static ChapterModel Of(PageContext page, NavPart part, Html body)
    {
        var edition = page.Edition;
        var top = Top(page);
        return new ChapterModel(
            Id: page.Anchor(top is null ? "top" : Headings.Identity(top, page).Id),
            page.Chapter.Label(page.In.Language),
            Title(page),
            Heading(page),
            Description(page),
            part,
            Tally.Of([page], page.In.Terms),
            page.Chapter.Folder,
            edition.Language.Tag,
            Untranslated: edition.Language != page.In.Language,
            body,
            [.. Headings.Of(page).Where(h => h.Level > 1)],
            page.Anchor("provenance"),
            [.. page.Provenance.Numbers.Select(number => ProvenanceModels.Of(number, page))],
            Citations.ListsAll(edition) ? [] : Bibliography.Of(page),
            page.Standings.Earlier,
            page.Standings.Absent
        );
    }

    public static Html Heading(PageContext page) =>
        new(Top(page) is { } top ? InlineHtml.Of(top.Inline, page) : Html.Escape(Title(page)));

    private static HeadingBlock? Top(PageContext page) =>
        page.Edition.Body.OfType<HeadingBlock>().FirstOrDefault(h => h.Level == 1);

    public static string Title(PageContext page) => Words(page.Edition.Title, page);

    public static string? Description(PageContext page) =>
        page.Edition.Description is { } description ? Words(description, page) : null;

    private static string Words(Located<string> text, PageContext page) =>
        InlineHtml.Plain(InlineText.Parse(text, page.Bag), page);
}
