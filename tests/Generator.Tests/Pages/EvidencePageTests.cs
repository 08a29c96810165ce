using Recto.Content;
using Xunit;

namespace Recto.Tests.Pages;

public static class EvidencePageTests
{
    private const string Text = """
        The error is {{ ae_tanh.test.mse | fixed 4 }}.

        ![A curve](figure:curves "Caption"){#fig-loss runs="ae_tanh ae_relu"}

        """;

    [Fact]
    public static void Each_run_has_a_section_with_what_was_measured_and_the_command_that_repeats_it()
    {
        var page = Page("zh/evidence.html");
        foreach (var run in (string[])["ae_tanh", "ae_relu"])
        {
            Assert.Contains($"<a href=\"#run-{run}\"><code>{run}</code></a>", page, StringComparison.Ordinal);
            Assert.Contains($"<section class=\"run\" id=\"run-{run}\">", page, StringComparison.Ordinal);
            Assert.Contains($"<code>./build.sh verify --root DIR {run}</code>", page, StringComparison.Ordinal);
            Assert.Contains($"<a class=\"data\" href=\"../data/{run}/run.json\">", page, StringComparison.Ordinal);
        }

        Assert.Contains(
            "<td><code>test.mse</code></td><td class=\"n\">0.05624891</td>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<code>" + new string('a', 64) + "</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>" + new string('b', 64) + "</code>", page, StringComparison.Ordinal);
        Assert.Contains("layers: [784, 2]", page, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_run_names_the_chapter_that_declares_it_and_what_shows_it()
    {
        var sections = Page("zh/evidence.html").Split("<section class=\"run\"");
        Assert.Contains("<a href=\"one.html\">3.1 标题</a>", sections[1], StringComparison.Ordinal);
        Assert.Contains("<a href=\"one.html#fig-loss\">图1</a>", sections[1], StringComparison.Ordinal);
        Assert.Contains("<a href=\"one.html#pv-1\">0.0562</a>", sections[1], StringComparison.Ordinal);
        Assert.Contains("one.html#fig-loss", sections[2], StringComparison.Ordinal);
        Assert.DoesNotContain("one.html#pv-1", sections[2], StringComparison.Ordinal);
    }

    [Fact]
    public static void Numbers_lead_to_their_run()
    {
        Assert.Contains("href=\"../zh/evidence.html#run-ae_tanh\"", Page("zh/one.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../en/evidence.html#run-ae_tanh\"", Page("en/one.html"), StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_page_leads_to_it()
    {
        Assert.Contains("href=\"../zh/evidence.html\"", Page("zh/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../en/evidence.html\"", Page("en/one.html"), StringComparison.Ordinal);
    }

    private static string Page(string path)
    {
        using var report = new TestReport();
        var english = "---\ntitle: Title\n---\n# Title {#top}\n\n" + Text;
        var draft = report
            .Add("one", "zh", TestReport.Front + Text)
            .Add("one", "en", english)
            .Write(Language.Chinese, Language.English);
        Assert.Empty(report.Messages);
        return TestReport.Text(draft, path);
    }
}
