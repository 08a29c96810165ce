using Recto.Content;
using Recto.Diagnostics;
using Recto.Pdf;
using Recto.Runs;
using Recto.Tests.Pages;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pdf;

/// <summary>What the fonts of the PDF cannot show is told before anything is printed, where it is written.</summary>
public static class GlyphChecksTests
{
    [Theory]
    [InlineData("中文、English、Cireşan、Erdős、αβγ，3.2 × 10⁻⁵ ± 0.1 −7 …")]
    [InlineData("`x = α; // 编码 → y`")]
    [InlineData("$\\mathcal{L} = \\sum_i \\hat{x}_i^2 \\text{（均方误差）}$")]
    [InlineData("数 {{ ae_tanh.test.mse | scientific 2 }}")]
    public static void What_a_report_is_made_of_can_be_shown(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("一行。\n\n按 ᚠ 键", 17, 3, "ᚠ", "U+16A0", "Noto Serif SC and Noto Sans SC")]
    [InlineData("`⾃`", 15, 2, "⾃", "U+2F83", "JetBrains Mono and Noto Sans SC")]
    [InlineData("🙂", 15, 1, "🙂", "U+1F642", "Noto Serif SC and Noto Sans SC")]
    public static void What_they_lack_is_told_with_its_line(
        string text,
        int line,
        int column,
        string letter,
        string code,
        string fonts
    ) =>
        Assert.Equal(
            [
                $"content/one/zh.md({line},{column}): error pdf-glyph-missing: the fonts of the PDF ({fonts}) have no glyph for '{letter}' ({code}); write it in another way",
            ],
            Check(text)
        );

    [Fact]
    public static void A_chapter_that_lacks_what_another_lacks_too_has_not_passed()
    {
        using var scratch = new Scratch();
        var first = Assert.Single(Check(scratch["passed"], "按 ᚠ 键", "再按 ᚠ 键"));
        var second = Assert.Single(Check(scratch["passed"], "按 F 键", "再按 ᚠ 键"));
        Assert.StartsWith("content/one/zh.md(15,3): error pdf-glyph-missing", first, StringComparison.Ordinal);
        Assert.StartsWith("content/two/zh.md(6,4): error pdf-glyph-missing", second, StringComparison.Ordinal);
    }

    [Fact]
    public static void Text_knows_its_chapter_and_how_it_is_set() =>
        Assert.Equal(
            [
                new("", Setting.Words, "T"),
                new("one", Setting.Words, "a "),
                new("one", Setting.Code, "b<"),
                new("one", Setting.Formula, "c"),
                new("one", Setting.Words, "d"),
            ],
            PrintText.Of(
                """<!doctype html><style>p{}</style><h1 title="<x>">T</h1><section class="chapter" id="chapter-one"><p>a <code>b&lt;</code><br><span class="katex"><span>c</span></span>d</p></section>"""
            )
        );

    private const string Other = "---\ntitle: 另一章\n---\n# 另一章 {#other}\n\n";

    private static IReadOnlyList<string> Check(string text) => Check(null, text);

    /// <param name="passed">The file that remembers what has passed; null for none.</param>
    private static IReadOnlyList<string> Check(string? passed, string text, string? other = null)
    {
        using var report = new TestReport();
        report.Add("one", "zh", TestReport.Front + text);
        if (other is not null)
        {
            report.Add("two", "zh", Other + other);
        }

        var draft = report.Write(Language.Chinese);
        Assert.Empty(report.Messages);
        var (bag, checks) = (new DiagnosticBag(), new PassedChecks(passed));
        GlyphChecks.Check(draft.Prints, BookReader.Read(report.Workspace, bag)!, report.Workspace, checks, bag);
        checks.Keep();
        return [.. bag.Sorted().Select(d => d.ToString())];
    }
}
