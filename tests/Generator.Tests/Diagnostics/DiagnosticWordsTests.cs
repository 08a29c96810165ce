using System.Text.Json;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Diagnostics;

/// <summary>How mistakes are told to people, programs and GitHub; programs rely on each character.</summary>
public static class DiagnosticWordsTests
{
    private const string Guide = "https://recto-report.github.io/recto/guide/en/errors.html";

    private static readonly Diagnostic Wrong = new(
        "value-wrong",
        Severity.Error,
        "batch must be 'a number': 100% of \"it\"\nand 一",
        new Place("content/a,b:c/zh.md", 3, 14)
    );

    private static readonly Diagnostic Placeless = new("pdf-heavy", Severity.Warning, "it weighs much", null);

    [Fact]
    public static void People_read_lines() =>
        Assert.Equal(
            [
                "content/a,b:c/zh.md(3,14): error value-wrong: batch must be 'a number': 100% of \"it\"\nand 一",
                "warning pdf-heavy: it weighs much",
            ],
            DiagnosticWords.Of([Wrong, Placeless], DiagnosticFormat.Text)
        );

    [Fact]
    public static void Programs_read_one_array_with_an_object_a_line()
    {
        var lines = DiagnosticWords.Of([Wrong, Placeless], DiagnosticFormat.Json).ToList();
        Assert.Equal(
            [
                "[",
                $$"""  {"code":"value-wrong","severity":"error","file":"content/a,b:c/zh.md","line":3,"column":14,"message":"batch must be 'a number': 100% of \"it\"\nand 一","help":"{{Guide}}#value-wrong"},""",
                $$"""  {"code":"pdf-heavy","severity":"warning","file":null,"line":null,"column":null,"message":"it weighs much","help":"{{Guide}}#pdf-heavy"}""",
                "]",
            ],
            lines
        );
        Assert.Equal(2, JsonDocument.Parse(string.Join('\n', lines)).RootElement.GetArrayLength());
    }

    [Fact]
    public static void An_array_may_be_empty() => Assert.Equal(["[]"], DiagnosticWords.Of([], DiagnosticFormat.Json));

    [Fact]
    public static void GitHub_reads_commands_whose_separators_are_escaped() =>
        Assert.Equal(
            [
                $"::error file=content/a%2Cb%3Ac/zh.md,line=3,col=14,title=value-wrong::batch must be 'a number': 100%25 of \"it\"%0Aand 一 ({Guide}#value-wrong)",
                $"::warning title=pdf-heavy::it weighs much ({Guide}#pdf-heavy)",
            ],
            DiagnosticWords.Of([Wrong, Placeless], DiagnosticFormat.Github)
        );

    [Fact]
    public static void The_sum_counts_both_kinds() =>
        Assert.Equal(
            ["nothing wrong", "1 error", "2 errors", "1 warning", "1 error, 1 warning"],
            [
                DiagnosticWords.Sum([]),
                DiagnosticWords.Sum([Wrong]),
                DiagnosticWords.Sum([Wrong, Wrong]),
                DiagnosticWords.Sum([Placeless]),
                DiagnosticWords.Sum([Placeless, Wrong]),
            ]
        );

    /// <summary>The guide is published below this repository's own report.</summary>
    [Fact]
    public static void Help_lies_below_the_report() =>
        Assert.Contains(
            $"url: {Guide[..^"guide/en/errors.html".Length]}\n",
            File.ReadAllText(Path.Combine(Repository.Root, "content", "report.yml")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
}
