using System.Net;
using System.Text.RegularExpressions;

namespace Recto.Pdf;

/// <summary>By what a print edition's style sheet sets a text.</summary>
public enum Setting
{
    /// <summary>Body or headings: the faces with and without serifs must both have the letter.</summary>
    Words,
    Code,
    Formula,
}

/// <param name="Chapter">Folder of the chapter it stands in; empty before the first.</param>
/// <param name="Text">As the reader sees it.</param>
public sealed record PrintText(string Chapter, Setting Setting, string Text)
{
    /// <summary>The document cut before each of its chapters.</summary>
    public static IEnumerable<string> Pieces(string html)
    {
        const string Chapter = "<section class=\"chapter\"";
        for (var start = 0; start < html.Length; )
        {
            var next = html.IndexOf(Chapter, Math.Min(start + 1, html.Length), StringComparison.Ordinal);
            var end = next < 0 ? html.Length : next;
            yield return html[start..end];
            start = end;
        }
    }

    /// <summary>What a print edition shows, in order; of HTML only as much is understood as our own templates write.</summary>
    public static IEnumerable<PrintText> Of(string html)
    {
        var chapter = "";
        var open = new Stack<(string Tag, Setting? Setting)>([("", Setting.Words)]);
        foreach (Match token in PrintTokens.All().Matches(html))
        {
            var tag = token.Groups["tag"].Value;
            if (token.Groups["text"].Success)
            {
                if (open.Peek().Setting is { } setting)
                {
                    yield return new PrintText(chapter, setting, WebUtility.HtmlDecode(token.Value));
                }
            }
            else if (token.Groups["close"].Success)
            {
                while (open.Count > 1 && open.Pop().Tag != tag) { }
            }
            else if (
                tag.Length > 0
                && !PrintTokens.IsVoid(tag)
                && !token.Value.EndsWith("/>", StringComparison.Ordinal)
            )
            {
                chapter = PrintTokens.Chapter().Match(token.Value) is { Success: true } found
                    ? found.Groups[1].Value
                    : chapter;
                open.Push((tag, PrintTokens.SettingOf(tag, token.Value, open.Peek().Setting)));
            }
        }
    }
}

internal static partial class PrintTokens
{
    public static bool IsVoid(string tag) =>
        tag is "br" or "wbr" or "img" or "meta" or "link" or "hr" or "col" or "input";

    /// <summary>How the text within an element is set; nothing for what is never shown.</summary>
    public static Setting? SettingOf(string tag, string whole, Setting? around) =>
        tag switch
        {
            "style" or "script" or "title" => null,
            "code" or "pre" => Setting.Code,
            "span" when whole.Contains("class=\"katex\"", StringComparison.Ordinal) => Setting.Formula,
            _ => around,
        };

    [GeneratedRegex(
        @"<!--.*?-->|<![^>]*>|<(?<close>/)?(?<tag>[a-zA-Z][a-zA-Z0-9]*)(?:[^>""]|""[^""]*"")*>|(?<text>[^<]+)",
        RegexOptions.Singleline
    )]
    public static partial Regex All();

    [GeneratedRegex("^<section class=\"chapter\" id=\"chapter-([^\"]+)\"")]
    public static partial Regex Chapter();
}
