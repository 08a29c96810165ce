using System.Text;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

public static class PageWriterTests
{
    private const string Text = """
        一个数 {{ ae_tanh.test.mse | fixed 4 }} 与 $x$，见 [](#fig-a)。

        ## 节 {#part}

        ![a](figure:curves "甲"){#fig-a runs=ae_tanh metric=loss}

        """;

    [Fact]
    public static void Only_a_chapter_with_neighbours_leads_to_them()
    {
        using var alone = new TestReport();
        var single = alone.Add("one", "zh", TestReport.Front).Write(Language.Chinese);
        Assert.DoesNotContain("class=\"pager\"", TestReport.Text(single, "zh/one.html"), StringComparison.Ordinal);

        using var pair = new TestReport();
        pair.Add("one", "zh", TestReport.Front).Add("two", "zh", "---\ntitle: 二\n---\n# 二 {#two}\n");
        var page = TestReport.Text(pair.Write(Language.Chinese), "zh/one.html");
        Assert.Contains("<nav class=\"pager\" aria-label=\"前后章节\">", page, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"next\" href=\"two.html\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_report_in_two_languages_is_a_site_whose_links_all_lead_somewhere()
    {
        using var report = TwoChapters();
        var draft = report.Write(Language.Chinese, Language.English);
        Assert.Equal(
            [
                ".nojekyll",
                "404.html",
                "both/one.html",
                "en/evidence.html",
                "en/index.html",
                "en/one.html",
                "en/two.html",
                "figures/fig-a.webp",
                "index.html",
                "report.json",
                "sitemap.xml",
            ],
            draft.Files.Keys.Where(p =>
                !p.StartsWith("assets/", StringComparison.Ordinal) && !p.StartsWith("zh/", StringComparison.Ordinal)
            )
        );
        Assert.Equal(draft.Files.Keys.Order(StringComparer.Ordinal), draft.Files.Keys);
        Assert.DoesNotContain(draft.Files.Keys, p => p.EndsWith(".ttf", StringComparison.Ordinal));

        var beside = new HashSet<string>
        {
            "report.zh.pdf",
            "report.en.pdf",
            "data/ae_tanh/run.json",
            "data/ae_tanh/environment.json",
            "data/ae_tanh/curves.csv",
            "data/ae_relu/run.json",
            "data/ae_relu/environment.json",
        };
        var bag = new DiagnosticBag();
        LinkChecks.Check(draft, beside, "https://example.org/r/", new PassedChecks(null), bag);
        Assert.Empty(bag.Sorted());
        Assert.False(report.Bag.HasErrors);
    }

    [Fact]
    public static void The_same_report_gives_the_same_bytes_wherever_it_lies()
    {
        using var one = TwoChapters();
        using var other = TwoChapters();
        var (a, b) = (one.Write(Language.Chinese, Language.English), other.Write(Language.Chinese, Language.English));
        Assert.Equal(a.Files.Keys, b.Files.Keys);
        Assert.All(a.Files, file => Assert.Equal(file.Value, b.Files[file.Key]));
        Assert.Equal(a.Prints.Select(p => p.Content), b.Prints.Select(p => p.Content));
        foreach (var html in Pages(a))
        {
            Assert.DoesNotContain(one.Workspace.Root, html, StringComparison.Ordinal);
            Assert.DoesNotContain(one.Workspace.Home, html, StringComparison.Ordinal);
            Assert.DoesNotContain("\r", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public static void A_page_says_its_language_and_leads_to_the_others()
    {
        using var report = TwoChapters();
        var page = TestReport.Text(report.Write(Language.Chinese, Language.English), "en/one.html");
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>3.1 One &lt;1&gt; · A &lt;report&gt;</title>", page, StringComparison.Ordinal);
        Assert.Contains("<h1 id=\"top\"><span class=\"no\">3.1</span> One</h1>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<a href=\"../zh/one.html\" hreflang=\"zh-Hans\" lang=\"zh-Hans\">中文</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a href=\"../en/one.html\" hreflang=\"en\" lang=\"en\" aria-current=\"true\">English</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<link rel=\"canonical\" href=\"https://example.org/r/en/one.html\">",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a rel=\"next\" href=\"two.html\"><span>Next</span> 3.2 二</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("class=\"banner\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_missing_translation_shows_the_original_and_says_so()
    {
        using var report = TwoChapters();
        var page = TestReport.Text(report.Write(Language.Chinese, Language.English), "en/two.html");
        Assert.Contains("<article lang=\"zh-Hans\">", page, StringComparison.Ordinal);
        Assert.Contains("This chapter has not been translated yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_page_of_a_demo_says_that_it_is_one()
    {
        using var report = TwoChapters();
        var draft = report.Write(demo: true, Language.Chinese, Language.English);
        Assert.All(Pages(draft), page => Assert.Matches("演示版|Demo:", page));
    }

    [Fact]
    public static void A_demo_that_stops_early_shows_its_last_epoch_for_later_ones()
    {
        using var report = new TestReport();
        var text = TestReport.Front.Replace("epochs: 2", "epochs: 100", StringComparison.Ordinal);
        var draft = report
            .Add("one", "zh", text + "第十轮 {{ ae_tanh.curve.loss[9] | fixed 4 }}")
            .Write(demo: true, Language.Chinese);
        Assert.Empty(report.Messages);
        Assert.Contains(">0.0562</a>", TestReport.Text(draft, "zh/one.html"), StringComparison.Ordinal);
    }

    [Fact]
    public static void The_printed_edition_holds_all_chapters_with_ids_of_their_own()
    {
        using var report = TwoChapters();
        var print = report.Write(Language.Chinese).Prints[0];
        var html = Encoding.UTF8.GetString(print.Content);
        Assert.Equal(("print.zh.html", "report.zh.pdf", "一份 <报告>"), (print.Path, print.Pdf, print.Title));
        Assert.Equal(
            [("one.top", "3.1", 1), ("one.part", "3.1.1", 2), ("two.two", "3.2", 1), ("two.end", "3.2.1", 2)],
            print.Headings.Select(h => (h.Id, h.Number, h.Level))
        );
        Assert.Contains(
            "href=\"#one.pv-1\" data-run=\"ae_tanh\" data-path=\"test.mse\" data-mark=\"P1\"",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("href=\"https://example.org/r/data/ae_tanh/curves.csv\"", html, StringComparison.Ordinal);
        Assert.Contains("<image href=\"figures/fig-a.webp\"/>", html, StringComparison.Ordinal);
        Assert.Contains("<span data-page-of=\"two.end\"></span>", html, StringComparison.Ordinal);
        Assert.Contains("@top-left { content: \"一份 \\3c 报告\\3e \" }", html, StringComparison.Ordinal);
    }

    [Fact]
    public static void KaTeX_is_styled_with_woff2_alone()
    {
        using var report = TwoChapters();
        var css = TestReport.Text(report.Write(Language.Chinese), "assets/katex/katex.min.css");
        Assert.Contains("url(fonts/KaTeX_Main-Regular.woff2) format(\"woff2\")", css, StringComparison.Ordinal);
        Assert.DoesNotContain(".woff)", css, StringComparison.Ordinal);
        Assert.DoesNotContain(".ttf)", css, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Pages(SiteDraft draft) =>
        draft
            .Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
            .Select(file => file.Value)
            .Concat(draft.Prints.Select(print => print.Content))
            .Select(Encoding.UTF8.GetString);

    private static TestReport TwoChapters() =>
        new TestReport()
            .Add("one", "zh", TestReport.Front + Text)
            .Add("one", "en", "---\ntitle: One <1>\n---\n# One {#top}\n\n" + Text)
            .Add("two", "zh", "---\ntitle: 二\n---\n# 二 {#two}\n\n## 末 {#end}\n");
}
