using Markdig.Syntax;
using Recto.Content.Markdown;

namespace Recto.Pages;

public static class ListingHtml
{
    public static string Of(ListingBlock block, PageContext page)
    {
        return $"""
            <figure class="listing" id="{Html.Escape(page.Anchor(block.Id))}">
            <figcaption>{FigureHtml.Label(block.Id, page)} {InlineHtml.Of(block.Caption, page)} {Origin(
                block
            )}</figcaption>
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
