using Markdig.Extensions.Mathematics;
using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Text without markup: what a table of contents, a title or a screen reader's label can hold.</summary>
public static class PlainText
{
    public static string Of(ContainerInline inlines, PageContext page) =>
        Typography.Plain(string.Concat(inlines.Select(inline => Of(inline, page))).Trim());

    private static string Of(Inline inline, PageContext page) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => "\n",
            CodeInline code => code.Content,
            MathInline maths => maths.Content.ToString(),
            AutolinkInline auto => auto.Url,
            ValueInline value => Values.Plain(new(value.Expression, value.Place), page),
            MarkedInline marked => marked.Text,
            ReferenceInline reference => References.Words(page.In.Numbering[reference.Target], page),
            ContainerInline container => Of(container, page),
            _ => "",
        };
}
