using Recto.Content;
using Xunit;

namespace Recto.Tests.Pages;

public static class OverridesTests
{
    [Fact]
    public static void A_report_shadows_single_templates_and_adds_to_the_style()
    {
        using var report = new TestReport();
        var draft = report
            .File("templates/foot.html", "<footer>Ours: {{ report.title }}</footer>\n")
            .File("templates/assets/custom.css", ":root { --link: teal }")
            .File("templates/assets/favicon.svg", "<svg/>")
            .Add("one", "zh", TestReport.Front)
            .Write(Language.Chinese);
        Assert.Empty(report.Messages);
        var page = TestReport.Text(draft, "zh/one.html");
        Assert.Contains("<footer>Ours: 一份 &lt;报告&gt;</footer>", page, StringComparison.Ordinal);
        Assert.Contains("<header class=\"bar\">", page, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n:root { --link: teal }",
            TestReport.Text(draft, "assets/recto.css"),
            StringComparison.Ordinal
        );
        Assert.Equal("<svg/>", TestReport.Text(draft, "assets/favicon.svg"));
        Assert.DoesNotContain("assets/custom.css", draft.Files.Keys);
    }

    [Fact]
    public static void A_report_has_words_of_its_own()
    {
        using var report = new TestReport();
        var draft = report
            .File("templates/terms.zh.yml", "figure: 插图\ncolophon: 印行\n")
            .File("templates/foot.html", "<footer>{{ t.colophon }} {{ t.figure }} {{ t.table }}</footer>\n")
            .Add("one", "zh", TestReport.Front)
            .Write(Language.Chinese);
        Assert.Empty(report.Messages);
        Assert.Contains(
            "<footer>印行 插图 表</footer>",
            TestReport.Text(draft, "zh/one.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_word_of_its_own_is_there_in_each_of_its_languages()
    {
        using var report = new TestReport();
        report
            .File("templates/terms.zh.yml", "figure: 插图\ncolophon: 印行\n")
            .Add("one", "zh", TestReport.Front)
            .Add("one", "en", "---\ntitle: One\n---\n# One {#top}\n")
            .Write(Language.Chinese, Language.English);
        Assert.Equal(
            [
                "templates/terms.zh.yml(2,1): error term-missing: templates/terms.en.yml has no 'colophon'; all languages need the same words",
            ],
            report.Messages
        );
    }

    [Fact]
    public static void A_mistake_in_a_reports_own_template_is_named()
    {
        using var report = new TestReport();
        report.File("templates/foot.html", "{{ reprot }}").Add("one", "zh", TestReport.Front).Write(Language.Chinese);
        Assert.StartsWith(
            "templates/foot.html(1,4): error template-invalid: The variable or function `reprot` was not found",
            report.Messages[0],
            StringComparison.Ordinal
        );
    }
}
