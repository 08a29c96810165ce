using System.Text;
using Recto.Diagnostics;

namespace Recto.Tests.Diagnostics;

/// <summary>The catalogue as a chapter of the guide, in one language: each code's heading has the code as its id.</summary>
internal static class CatalogueChapter
{
    private static readonly Dictionary<string, string> English = new()
    {
        ["title"] = "Errors",
        ["description"] = "What each diagnostic means, an example that causes it, and its mend.",
        ["intro"] =
            "Recto tells mistakes as `file(line,column): error code: what is wrong`, all of them together, and `recto check` tells them in a second. Each code is explained here. Lines and columns count from one; in the examples they count from the first line that is shown.",
        ["wrong"] = "Wrong",
        ["right"] = "Right",
    };

    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["title"] = "错误",
        ["description"] = "每条诊断的含义、会引发它的例子和改正的办法。",
        ["intro"] =
            "Recto 以 `文件(行,列): error 代码: 说明` 的形式一次报告全部错误，`recto check` 只需一秒。这里逐一解释各个代码。行和列都从一数起；例子里从显示的第一行数起。",
        ["wrong"] = "错误写法",
        ["right"] = "改正",
    };

    /// <param name="answers">What each wrong example is answered with, by code.</param>
    public static string Of(string language, IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> answers)
    {
        var words = language == "en" ? English : Chinese;
        var text = new StringBuilder(
            $"""
            ---
            title: {words["title"]}
            description: {words["description"]}
            ---
            <!-- Made from docs/errors.yml by CatalogueTests; with RECTO_ACCEPT=1 they write it. -->

            # {words["title"]} {"{#errors}"}

            {words["intro"]}

            """
        );
        foreach (var group in Catalogue.Groups)
        {
            text.Append($"\n## {group.Title[language]} {{#errors-{group.Id}}}\n");
            foreach (var entry in group.Entries)
            {
                text.Append($"\n### `{entry.Code}` {{#{entry.Code}}}\n\n{entry.Words[language]}\n");
                if (entry.Wrong.Count > 0)
                {
                    text.Append($"\n**{words["wrong"]}**\n{Blocks(entry.Wrong)}");
                    var lines = answers[entry.Code].Select(d => CatalogueReport.Shown(d, entry.Wrong) + "\n");
                    text.Append(Block("text", string.Concat(lines)));
                    text.Append($"\n**{words["right"]}**\n{Blocks(entry.Right)}");
                }
            }
        }

        // A letter that our fonts lack cannot be shown as what it is.
        return text.Replace("ꙮ", "(U+A66E)").ToString();
    }

    private static string Blocks(IReadOnlyDictionary<string, string> texts) =>
        string.Concat(
            texts
                .Where(t => t.Value.Length > 0)
                .Select(t => (texts.Count > 1 ? $"\n`{FileOf(t.Key)}`\n" : "") + Block(Grammar(t.Key), Typed(t)))
        );

    private static string Typed(KeyValuePair<string, string> text) =>
        text.Key == "run"
            ? "experiments:\n  ae:\n" + string.Concat(text.Value.TrimEnd('\n').Split('\n').Select(l => $"    {l}\n"))
            : text.Value;

    private static string Block(string grammar, string text) => $"\n````{grammar}\n{text}````\n";

    private static string FileOf(string name) =>
        name switch
        {
            "body" or "run" or "front" => "en.md",
            "zh" => "zh.md",
            "report" => "content/report.yml",
            _ => name.Replace("content/first/", "", StringComparison.Ordinal),
        };

    private static string Grammar(string name) =>
        name is "body" or "zh" || name.EndsWith(".md", StringComparison.Ordinal) ? "markdown"
        : name.EndsWith(".svg", StringComparison.Ordinal) ? "xml"
        : name.EndsWith(".html", StringComparison.Ordinal) ? "html"
        : "yaml";
}
