using System.Text;
using Markdig.Syntax;
using Recto.Content.Markdown;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pages;

public static class ListingHtml
{
    public static string Of(ListingBlock block, PageContext page) => Of(block, Caption(block, page), page);

    /// <summary>Where it is from is not said twice.</summary>
    public static string Caption(ListingBlock block, PageContext page)
    {
        var words = InlineHtml.Of(block.Caption, page);
        var isSaid = words.Contains($"<code>{Html.Escape(block.Origin)}</code>", StringComparison.Ordinal);
        return $"{FigureHtml.Label(block.Id, page)} {words}{(isSaid ? "" : " " + Origin(block.Origin))}";
    }

    public static string Of(ListingBlock block, string caption, PageContext page)
    {
        return $"""
            <figure class="listing" id="{Html.Escape(page.Own(block.Id))}">
            <figcaption>{caption}</figcaption>
            {Code(block.Code, block.Grammar, page)}
            </figure>

            """;
    }

    /// <summary>Code that the author typed: shown, not numbered; what follows its language, such as a file's name, is printed above it.</summary>
    public static string Plain(CodeBlock block, PageContext page)
    {
        var fence = block as FencedCodeBlock;
        var code = Code(block.Lines.ToString(), fence?.Info ?? "", page) + "\n";
        return fence?.Arguments is { Length: > 0 } name
            ? $"<figure class=\"listing\">\n<figcaption>{Origin(name)}</figcaption>\n{code}</figure>\n"
            : code;
    }

    private static string Origin(string name) => $"<span class=\"origin\">{Html.Escape(name)}</span>";

    /// <summary>Kept: to start TextMate takes longer than to make all the rest of a page.</summary>
    private static string Code(string code, string grammar, PageContext page)
    {
        var key = Keys.Digest(ProgramDigest.Of(), grammar, code);
        if (page.In.Listings.Find(key) is { } kept)
        {
            return Encoding.UTF8.GetString(kept);
        }

        var html = Code(code, grammar);
        page.In.Listings.Keep(key, Encoding.UTF8.GetBytes(html));
        return html;
    }

    /// <summary>One element a line, its line feed within, so that lines can be blocks and still copy as text.</summary>
    public static string Code(string code, string grammar)
    {
        var lines = Highlighter.Lines(code, grammar).Select(line => $"<span class=\"l\">{line}\n</span>");
        var language = grammar.Length == 0 ? "" : $" class=\"{Html.Escape(grammar)}\"";
        return $"<pre tabindex=\"0\"><code{language}>{string.Concat(lines)}</code></pre>";
    }
}
