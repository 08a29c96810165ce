using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Recto.Pages;

/// <summary>A chapter's headings, for tables of contents and the PDF's outline.</summary>
public static class Headings
{
    public static IReadOnlyList<PageHeading> Of(PageContext page) =>
        [
            .. page
                .Edition.Body.Descendants<HeadingBlock>()
                .Select(heading =>
                {
                    var (id, number) = Identity(heading, page);
                    var text = InlineHtml.Plain(heading.Inline, page);
                    return new PageHeading(page.Anchor(id), number, text, heading.Level);
                }),
        ];

    public static (string Id, string Number) Identity(HeadingBlock heading, PageContext page)
    {
        var id = heading.TryGetAttributes()?.Id ?? "";
        return (id, page.In.Numbering[id].Number);
    }
}
