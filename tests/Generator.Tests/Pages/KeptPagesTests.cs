using CsCheck;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;
using Xunit;

namespace Recto.Tests.Pages;

public static class KeptPagesTests
{
    private const string Chinese = "content/one/zh.md";
    private const string English = "content/one/en.md";
    private const string Second = "content/two/zh.md";

    /// <summary>What an author may write anew, and take back: file, before, after.</summary>
    private static readonly (string File, string Before, string After)[] Edits =
    [
        (Chinese, "变分自编码器的误差是。", "变分自编码器的误差如下。"),
        (Chinese, "{{ ae_tanh.test.mse | fixed 4 }}[@work]", "{{ ae_tanh.test.mse | fixed 3 }}[@work]"),
        (Chinese, "| fixed 4 }}[@work]", "| fixed 4 }}"),
        (Chinese, "见 [](#fig-a) 与 [](#eq-a)", "见 [](#eq-a) 与 [](#fig-a)"),
        (Chinese, "## 末节 {#end}", "## 最后一节 {#end}"),
        (Chinese, "## 末节 {#end}", "## 插入 {#added}\n\n## 末节 {#end}"),
        (Chinese, "\"损失的变化\"", "\"损失怎样变化\""),
        (Chinese, "脚注的话", "另一句脚注"),
        (Chinese, "holds: ae_relu.test.mse > ae_tanh.test.mse", "holds: ae_relu.test.mse < ae_tanh.test.mse"),
        (Chinese, "zh: relu 的误差更大。", "zh: relu 错得更多。"),
        (Chinese, "title: 标题", "title: 另一个标题"),
        (Chinese, "epochs: 2", "epochs: 3"),
        (English, "errs by。", "is wrong by。"),
        (English, "How it falls", "How it fell"),
        (English, "title: Title", "title: Another title"),
        (Second, "的中文：", "的中文文字："),
        (Second, "只有[](#part)", "只有[](#end)"),
        (Second, "title: 二", "title: 二\ndescription: 一句"),
        ("content/references.yml", "title: A work", "title: Another work"),
        ("content/translations.yml", "one:", "one:\n  en:\n    part: aaaaaaaaaaaa"),
        ("templates/custom.html", "a", "b"),
    ];

    [Fact]
    public static void After_any_edits_the_site_is_the_one_that_would_be_written_without_them()
    {
        using var report = TwoLanguages.Report();
        report.File("content/translations.yml", "one:\n").File("templates/custom.html", "a");
        Gen.Int[0, Edits.Length - 1]
            .Array[1, 3]
            .Sample(
                edits =>
                {
                    edits.ToList().ForEach(edit => Toggle(report, Edits[edit]));
                    var (kept, told) = Written(report, keeps: true);
                    var (written, said) = Written(report, keeps: false);
                    Assert.Equal(said, told);
                    Assert.Equal(written.Files.Keys, kept.Files.Keys);
                    Assert.All(written.Files, file => Assert.Equal(file.Value, kept.Files[file.Key]));
                },
                iter: 40,
                threads: 1
            );
    }

    [Theory]
    [InlineData(
        Chinese,
        "变分自编码器的误差是。",
        "变分自编码器的误差如下。",
        "both/one.html zh/one.html assets/search.zh.js assets/previews.zh.js"
    )]
    [InlineData(
        English,
        "errs by。",
        "is wrong by。",
        "both/one.html en/one.html assets/search.en.js assets/previews.en.js"
    )]
    [InlineData(
        Second,
        "的中文：",
        "的中文文字：",
        "en/two.html zh/two.html assets/search.en.js assets/search.zh.js assets/previews.en.js assets/previews.zh.js"
    )]
    public static void Other_words_in_a_paragraph_make_their_own_pages_due(
        string file,
        string before,
        string after,
        string due
    )
    {
        using var report = TwoLanguages.Report();
        Written(report, keeps: true);
        var known = Pages(report);
        Toggle(report, (file, before, after));
        Written(report, keeps: true);
        Assert.Equal(due.Split(' ').Length, Pages(report).Except(known).Count());
    }

    private static IEnumerable<string> Pages(TestReport report) =>
        Directory.GetFiles(Path.Combine(report.Workspace.Cache, "pages")).Order();

    private static (SiteDraft Draft, IReadOnlyList<string> Told) Written(TestReport report, bool keeps)
    {
        (report.Keeps, report.Bag) = (keeps, new DiagnosticBag());
        return (report.Write(Language.Chinese, Language.English), report.Messages);
    }

    private static void Toggle(TestReport report, (string File, string Before, string After) edit)
    {
        var text = File.ReadAllText(Path.Combine(report.Workspace.Root, edit.File));
        var (from, to) = text.Contains(edit.After, StringComparison.Ordinal)
            ? (edit.After, edit.Before)
            : (edit.Before, edit.After);
        report.File(edit.File, text.Replace(from, to, StringComparison.Ordinal));
    }
}
