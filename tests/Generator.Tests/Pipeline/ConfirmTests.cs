using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>A translation is confirmed against its original; when that changes, check and page say so.</summary>
public static class ConfirmTests
{
    private const string Stale =
        "content/one/en.md(8,1): warning translation-stale: the original of this section, at content/one/zh.md(23,1), has changed since the translation was confirmed; when they agree: recto confirm one#more\n";

    [Fact]
    public static async Task A_changed_original_makes_its_section_stale_until_it_is_confirmed_again()
    {
        using var report = Report("原文。");
        Assert.Equal((0, "confirmed one#one (en)\nconfirmed one#more (en)\n", ""), await report.VerbAsync("confirm"));
        Assert.Equal((0, "check: nothing wrong\n", ""), await report.CheckAsync());
        Assert.Equal(
            (0, "nothing to confirm: 2 translated sections are as they were\n", ""),
            await report.VerbAsync("confirm")
        );

        Change(report, "原文\n。"); // only wrapped
        Assert.Equal((0, "check: nothing wrong\n", ""), await report.CheckAsync());

        Change(report, "新的原文。");
        var lenient = await report.CheckAsync();
        Assert.Equal(0, lenient.Exit);
        Assert.StartsWith(Stale, lenient.Output, StringComparison.Ordinal);
        Assert.EndsWith("check: 1 warning\n", lenient.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await report.CheckAsync("--strict")).Exit);

        var built = await report.RunAsync();
        Assert.Equal((0, Stale), (built.Exit, built.Errors));
        const string Notice =
            "More</h2>\n<aside class=\"behind\"><p>The original of this section has changed since this translation was last confirmed; the two may differ.";
        Assert.Contains(
            $"{Notice} <a href=\"../zh/one.html#more\" lang=\"zh-Hans\" hreflang=\"zh-Hans\">阅读原文</a></p></aside>\n",
            await report.PageAsync("en/one.html"),
            StringComparison.Ordinal
        );
        Assert.Contains($"{Notice}</p></aside>\n", await report.PageAsync("both/one.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("behind", await report.PageAsync("zh/one.html"), StringComparison.Ordinal);

        Assert.Equal((0, "confirmed one#more (en)\n", ""), await report.VerbAsync(["confirm", "one#more"]));
        Assert.Equal((0, "check: nothing wrong\n", ""), await report.CheckAsync());
        Assert.Equal(0, (await report.RunAsync()).Exit);
        Assert.DoesNotContain("behind", await report.PageAsync("en/one.html"), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_section_that_is_new_waits_to_be_confirmed_and_one_that_is_gone_is_forgotten()
    {
        using var report = Report("原文。");
        await report.VerbAsync("confirm");
        var text = await report.Folder.ReadAsync("content/translations.yml");
        Assert.Matches(@"\none:\n  en:\n    one: [0-9a-f]{12}\n    more: [0-9a-f]{12}\n\z", text);
        report.Folder.Write(
            "content/translations.yml",
            text.Replace("    more:", "    gone:", StringComparison.Ordinal)
        );
        Assert.StartsWith(
            "content/one/en.md(8,1): warning translation-unconfirmed: nobody has confirmed that this section says what its original does, at content/one/zh.md(23,1); when they agree: recto confirm one#more\n",
            (await report.CheckAsync()).Output,
            StringComparison.Ordinal
        );
        await report.VerbAsync(["confirm", "one"]);
        Assert.Equal(text, await report.Folder.ReadAsync("content/translations.yml"));
    }

    [Fact]
    public static async Task What_is_not_there_cannot_be_confirmed()
    {
        using var report = Report("原文。");
        Assert.Equal(
            (2, "", "recto: no translated chapter or section is called 'one#mroe'; did you mean 'one#more'?\n"),
            await report.VerbAsync(["confirm", "one#mroe"])
        );
        report.Folder.Write("content/one/en.md", "---\ntitle: One\n---\n# One {#one}\n");
        Assert.Equal(2, (await report.VerbAsync("confirm")).Exit);
        Assert.False(File.Exists(report.Folder["content/translations.yml"]));
    }

    private static StubBuild Report(string original)
    {
        var report = new StubBuild();
        report.Folder.Write(
            "content/one/en.md",
            "---\ntitle: One\n---\n# One {#one}\n\nWords.\n\n## More {#more}\n\nThe original.\n"
        );
        Change(report, original);
        return report;
    }

    private static void Change(StubBuild report, string original) =>
        report.Folder.Write(
            "content/one/zh.md",
            $$"""
            ---
            title: 一
            experiments:
              ae:
                model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
                data: strokes
                loss: mse
                epochs: 2
                batch: 64
                seed: 1
            ---
            # 一 {#one}









            文字。
            ## 更多 {#more}

            {{original}}

            """
        );
}
