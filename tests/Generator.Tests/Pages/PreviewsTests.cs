using System.Text;
using System.Text.Json;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

public static class PreviewsTests
{
    [Fact]
    public static void Only_what_other_chapters_name_is_shown_there()
    {
        using var report = TwoLanguages.Report();
        var previews = Of(TwoLanguages.Draft(report), "zh");
        Assert.Equal(
            ["claim-more", "eq-a", "fig-a", "part", "tbl-a", "two"],
            previews.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal("<h1><span class=\"no\">3.2</span> 二</h1><p>只有第3.1.1节的中文", previews["two"].Split('：')[0]);
        Assert.StartsWith("<figure id=\"fig-a\"", previews["fig-a"], StringComparison.Ordinal);
        Assert.StartsWith(
            "<div class=\"equation\" id=\"eq-a\"><span class=\"katex",
            previews["eq-a"],
            StringComparison.Ordinal
        );
        Assert.StartsWith("<figure class=\"tbl\" id=\"tbl-a\"", previews["tbl-a"], StringComparison.Ordinal);
        Assert.StartsWith(
            "<aside class=\"claim reproduced\" id=\"claim-more\"",
            previews["claim-more"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "## 节 {#part}\n\n首句[](#fig)。\n\n次段。",
        "part",
        "<h2 id=\"part\"><span class=\"no\">3.1.1</span> 节</h2>\n<p>首句图1。</p>\n"
    )]
    [InlineData(
        "## 节 {#part}\n\n误差 {{ ae_tanh.test.mse | fixed 4 }}[@work]。[^n]\n\n[^n]: 注",
        "part",
        "<h2 id=\"part\"><span class=\"no\">3.1.1</span> 节</h2>\n<p>误差0.0562。</p>\n"
    )]
    [InlineData("## 节 {#part}\n\n- 项", "part", "<h2 id=\"part\"><span class=\"no\">3.1.1</span> 节</h2>\n")]
    [InlineData("无关", "top", "<h1><span class=\"no\">3.1</span> 标题</h1><p>无关</p>\n")]
    public static void A_preview_has_neither_marks_nor_links_that_hold_in_its_own_chapter_only(
        string text,
        string id,
        string html
    )
    {
        using var report = new TestReport()
            .File(
                "content/references.yml",
                "work: { type: book, title: A work, author: [{ family: Doe, given: Jane }], issued: 2010, publisher: P }"
            )
            .Add(
                "one",
                "zh",
                TestReport.Front + text + "\n\n![alt](figure:curves \"说明\"){#fig runs=ae_tanh metric=loss}\n"
            )
            .Add("two", "zh", $"---\ntitle: 二\n---\n# 二 {{#two}}\n\n见[](#{id})。\n");
        Assert.Equal(html, Of(report.Write(Language.Chinese), "zh")[id]);
    }

    [Fact]
    public static void Previews_that_are_too_heavy_are_refused()
    {
        var noise = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(160_000));
        var files = new Dictionary<string, byte[]> { [Previews.PathOf("zh")] = Encoding.UTF8.GetBytes(noise) };
        var bag = new DiagnosticBag();
        WeightChecks.Check(new SiteDraft(files, [], []), new PassedChecks(null), bag);
        Assert.StartsWith(
            "assets/previews.zh.js(1,1): error page-heavy: previews of what other chapters name weigh 16",
            Assert.Single(bag.Sorted()).ToString(),
            StringComparison.Ordinal
        );
    }

    /// <summary>A classic script whose one statement sets the language's previews.</summary>
    private static Dictionary<string, string> Of(SiteDraft draft, string language)
    {
        var script = TestReport.Text(draft, Previews.PathOf(language));
        var opening = $"(window.rectoPreviews ??= {{}})[\"{language}\"] = ";
        Assert.StartsWith(opening, script, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(script[opening.Length..].TrimEnd('\n', ';'))!;
    }
}
