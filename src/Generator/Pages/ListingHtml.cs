using Markdig.Syntax;
using Recto.Content.Markdown;

namespace Recto.Pages;

public static class ListingHtml
{
    /// <summary>Lines that paper should not have to keep together.</summary>
    private const int Long = 30;

    public static string Of(ListingBlock block, PageContext page) => Of(block, Caption(block, page), page);

    public static string Caption(ListingBlock block, PageContext page) =>
        $"{FigureHtml.Label(block.Id, page)} {InlineHtml.Of(block.Caption, page)} {Origin(block)}";

    public static string Of(ListingBlock block, string caption, PageContext page)
    {
        var isLong = block.Code.AsSpan().TrimEnd('\n').Count('\n') >= Long;
        return $"""
            <figure class="listing{(isLong ? " long" : "")}" id="{Html.Escape(page.Own(block.Id))}">
            <figcaption>{caption}</figcaption>
            {Code(block.Code, block.Grammar)}
            </figure>

            """;
    }

    /// <summary>Code that the author typed: shown, not numbered.</summary>
    public static string Plain(CodeBlock block) =>
        Code(block.Lines.ToString(), (block as FencedCodeBlock)?.Info ?? "") + "\n";

    private static string Origin(ListingBlock block) => $"<span class=\"origin\">{Html.Escape(block.Origin)}</span>";

    /// <summary>One element a line, its line feed within, so that lines can be blocks and still copy as text.</summary>
    private static string Code(string code, string grammar)
    {
        var lines = Highlighter.Lines(code, grammar).Select(line => $"<span class=\"l\">{line}\n</span>");
        var language = grammar.Length == 0 ? "" : $" class=\"{Html.Escape(grammar)}\"";
        return $"<pre tabindex=\"0\"><code{language}>{string.Concat(lines)}</code></pre>";
    }
}
