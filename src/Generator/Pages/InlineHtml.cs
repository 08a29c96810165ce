using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Text within a block: Markdig's inlines → pieces → HTML.</summary>
public static class InlineHtml
{
    public static string Of(ContainerInline? inlines, PageContext page) =>
        inlines is null ? "" : Typography.Set([.. Pieces(inlines, page)]);

    /// <summary>Words and values alone, for tables of contents, labels and titles.</summary>
    public static string Plain(ContainerInline? inlines, PageContext page) =>
        inlines is null ? "" : PlainText.Of(inlines, page);

    private static IEnumerable<Piece> Pieces(ContainerInline container, PageContext page) =>
        container.SelectMany(inline => Pieces(inline, page));

    private static IEnumerable<Piece> Pieces(Inline inline, PageContext page) =>
        inline switch
        {
            LiteralInline literal => [Piece.Text(literal.Content.ToString())],
            HtmlEntityInline entity => [Piece.Text(entity.Transcoded.ToString())],
            LineBreakInline { IsHard: true } => [Piece.Tag("<br>")],
            LineBreakInline => [Piece.Text("\n")],
            CodeInline code => [Verbatim($"<code>{Html.Escape(code.Content)}</code>")],
            MathInline maths => Formula(maths, page),
            EmphasisInline emphasis => Within(Element(emphasis), "", emphasis, page),
            LinkInline link => Link(link, page),
            AutolinkInline auto => Outgoing(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [Piece.Text(auto.Url)]),
            ValueInline value => Values.Pieces(new(value.Expression, value.Place), page),
            MarkedInline marked => Marked(marked, page),
            ReferenceInline reference => References.Pieces(reference.Target, null, page),
            CitationInline citation => citation.Keys.Select(key => Citation(key.Value, page)),
            FootnoteLink link => [Footnotes.Mark(link, page)],
            TaskList task => [Verbatim($"<input type=\"checkbox\" disabled{(task.Checked ? " checked" : "")}>")],
            ContainerInline container => Pieces(container, page),
            _ => throw new InvalidOperationException($"{inline.GetType().Name} has no HTML"),
        };

    /// <summary>A value of the source says so.</summary>
    private static IReadOnlyList<Piece> Marked(MarkedInline marked, PageContext page) =>
        marked.IsSource
            ?
            [
                Piece.Tag($"<span class=\"source-value\" title=\"{Html.Escape(page.Terms["source_value"])}\">"),
                Piece.Text(marked.Text),
                Piece.Tag("</span>"),
            ]
            : [Piece.Text(marked.Text)];

    private static Piece Verbatim(string markup) => new(PieceKind.Verbatim, markup);

    private static IEnumerable<Piece> Within(
        string element,
        string attributes,
        ContainerInline content,
        PageContext page
    ) => [Piece.Tag($"<{element}{attributes}>"), .. Pieces(content, page), Piece.Tag($"</{element}>")];

    private static string Element(EmphasisInline emphasis) =>
        (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('*' or '_', 1) => "em",
            ('*' or '_', _) => "strong",
            ('~', 1) => "sub",
            ('~', _) => "del",
            ('^', _) => "sup",
            ('+', _) => "ins",
            ('=', _) => "mark",
            _ => "q",
        };

    private static IEnumerable<Piece> Formula(MathInline maths, PageContext page)
    {
        var html = page.In.Maths.Set(Formulas.Of(maths, page.Edition.File), page.In.Form, page.Bag) ?? "";
        // KaTeX lets a line break between its bases; a formula of many must keep these chances.
        var bases = html.Split("katex-base").Length - 1;
        return [new Piece(bases > 3 ? PieceKind.LongMaths : PieceKind.Maths, html)];
    }

    private static IEnumerable<Piece> Link(LinkInline link, PageContext page)
    {
        var url = link.Url ?? "";
        var words = Pieces((ContainerInline)link, page).ToList();
        return url.StartsWith('#') ? References.Pieces(url[1..], words, page) : Outgoing(url, words);
    }

    private static IEnumerable<Piece> Outgoing(string url, IEnumerable<Piece> words) =>
        [Piece.Tag($"<a href=\"{Html.Escape(url)}\">"), .. words, Piece.Tag("</a>")];

    private static Piece Citation(string key, PageContext page) =>
        new(
            PieceKind.Note,
            $"<a class=\"cite\" href=\"#{page.Anchor(References.Anchor(key))}\">[{page.Citations.Number(key)}]</a>"
        );
}
