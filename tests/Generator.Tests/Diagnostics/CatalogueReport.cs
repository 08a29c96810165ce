using Recto.Diagnostics;
using Recto.Pipeline;
using Recto.Tests.Runs;

namespace Recto.Tests.Diagnostics;

/// <summary>The small report that an example of the catalogue is written into: one chapter, one run <c>ae</c>, one claim.</summary>
internal static class CatalogueReport
{
    private const string Chapter = "content/first/";
    private const string Run =
        "model: { kind: dense, layers: [784, 2], activation: tanh, output: sigmoid }\ndata: strokes\nepochs: 5\n";

    private const string References = """
        turing1950:
          type: article-journal
          title: Computing machinery and intelligence
          author: [{ family: Turing, given: Alan }]
          issued: 1950

        """;

    /// <summary>All that <c>check</c> says of it.</summary>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyDictionary<string, string> texts)
    {
        using var scratch = new Scratch();
        foreach (var (path, text) in Files(texts))
        {
            scratch.Write(path, text);
        }

        var bag = new DiagnosticBag();
        try
        {
            PlannedReport.Read(scratch.Workspace with { Home = Repository.Root }, demo: false, strict: false, bag);
        }
        catch (ReportException) { } // What is wrong is in the bag.

        return bag.Sorted();
    }

    /// <summary>A diagnostic with the line that a reader sees in the example, and the file's name as short as it can be.</summary>
    public static string Shown(Diagnostic d, IReadOnlyDictionary<string, string> texts)
    {
        if (d.Place is not { } place)
        {
            return d.ToString();
        }

        var first = place.File switch
        {
            $"{Chapter}en.md" when texts.ContainsKey("run") && texts.ContainsKey("body") => 0,
            $"{Chapter}en.md" when texts.ContainsKey("body") => Head(texts).Count(c => c == '\n'),
            $"{Chapter}en.md" when texts.ContainsKey("run") => 2,
            $"{Chapter}en.md" when texts.ContainsKey("front") => 1,
            $"{Chapter}zh.md" when texts.GetValueOrDefault("zh") is { Length: > 0 } => ChineseHead.Count(c =>
                c == '\n'
            ),
            _ => 0,
        };
        var shown = place with
        {
            File = place.File.Replace(Chapter, "", StringComparison.Ordinal),
            Line = place.Line - first,
        };
        return (d with { Place = shown }).ToString();
    }

    private const string ChineseHead = "---\ntitle: 第一章\n---\n# 第一章 {#first}\n\n";

    private static Dictionary<string, string> Files(IReadOnlyDictionary<string, string> texts)
    {
        var isBilingual = texts.Keys.Any(k => k is "zh" or "bilingual" or $"{Chapter}zh.md");
        var files = new Dictionary<string, string>
        {
            ["content/report.yml"] = Report(isBilingual) + texts.GetValueOrDefault("report"),
            ["content/references.yml"] = References,
            [$"{Chapter}en.md"] = Head(texts) + texts.GetValueOrDefault("body"),
        };
        if (texts.TryGetValue("zh", out var chinese))
        {
            files[$"{Chapter}zh.md"] = ChineseHead + chinese;
        }

        foreach (var (path, text) in texts.Where(t => t.Key.Contains('/', StringComparison.Ordinal)))
        {
            files[path] = text;
        }

        return files;
    }

    private static string Head(IReadOnlyDictionary<string, string> texts) =>
        $"---\n{texts.GetValueOrDefault("front") ?? Front(texts.GetValueOrDefault("run") ?? Run)}---\n# First {{#first}}\n\n";

    private static string Front(string run) =>
        $"""
            title: First
            experiments:
              ae:
            {string.Concat(run.TrimEnd('\n').Split('\n').Select(line => $"    {line}\n")).TrimEnd()}
            claims:
              small: {"{ holds: 1 < 2, expected: reproduced, text: { en: It is small., zh: 很小。 } }"}

            """;

    private static string Report(bool isBilingual) =>
        $$"""
            title: { en: A report, zh: 报告 }
            description: { en: About it, zh: 说明 }
            authors: [A. Nobody]
            url: https://example.org/
            languages: [{{(isBilingual ? "en, zh" : "en")}}]
            parts:
              - { number: 1, title: { en: Experiments, zh: 实验 }, chapters: [first] }
            data: { strokes: { kind: strokes } }

            """;
}
