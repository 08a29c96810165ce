using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Pages;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

/// <summary>A report with a title page, a part of chapters, a part that is one chapter, one without a number, an appendix.</summary>
public static class ReportTreeTests
{
    private const string Tree = """
        sources: [a2019]
        issued: 2026
        parts:
          - { number: 1, title: { zh: 目录, en: Contents }, contents: true }
          - { number: 2, title: { zh: 历史, en: History }, chapters: [one] }
          - { number: 3, chapter: two }
          - { chapter: three }
        appendix: { title: { zh: 附录, en: Appendix }, chapters: [four] }
        """;

    [Fact]
    public static void Navigation_shows_parts_that_are_pages_as_links()
    {
        var nav = Part(Page("zh", "two"), "<nav id=\"chapters\"", "</nav>");
        var entries = Regex.Matches(nav, "<(?:p class=\"part\"|li)>(?:<a href=\"([^\"]+)\"[^>]*>)?(.+?)</(?:p|li)>");
        Assert.Equal(
            [
                ("index.html", "一 目录"),
                ("", "二 历史"),
                ("one.html", "2.1 甲"),
                ("two.html", "三 乙"),
                ("three.html", "丙"),
                ("", "附录"),
                ("four.html", "A 丁"),
                ("evidence.html", "证据"),
            ],
            entries.Take(8).Select(e => (e.Groups[1].Value, Regex.Replace(e.Groups[2].Value, "<[^>]+>", "")))
        );
        Assert.Contains("<a href=\"two.html\" aria-current=\"page\">", nav, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "two", "<h1 id=\"two\"><span class=\"no\">三</span> 乙</h1>")]
    [InlineData("en", "two", "<h1 id=\"two\"><span class=\"no\">3</span> B</h1>")]
    [InlineData("zh", "two", "<h2 id=\"section\"><span class=\"no\">3.1</span> 节</h2>")]
    [InlineData("zh", "three", "<h1 id=\"three\">丙</h1>")]
    [InlineData("zh", "three", "<h2 id=\"works\">文献</h2>")]
    [InlineData("zh", "four", "<h2 id=\"errata\"><span class=\"no\">A.1</span> 错</h2>")]
    [InlineData("zh", "four", "<a rel=\"prev\" href=\"three.html\">")]
    [InlineData("zh", "one", "<p class=\"kicker\">二 历史</p>")]
    [InlineData("zh", "index", "<h2 id=\"contents\"><span class=\"no\">一</span> 目录</h2>")]
    [InlineData("zh", "index", "<h3><a href=\"three.html\">丙</a></h3>")]
    [InlineData("zh", "index", "<li>甲乙. <cite lang=\"zh-Hans\">《旧文》</cite>. 2019.</li>")]
    public static void Pages_carry_their_numbers(string language, string page, string html) =>
        Assert.Contains(html, Page(language, page), StringComparison.Ordinal);

    [Fact]
    public static void A_part_of_its_own_has_no_other_above_it() =>
        Assert.DoesNotContain("kicker", Page("zh", "two"), StringComparison.Ordinal);

    [Theory]
    [InlineData("zh", "第2.1节 第三部分 丙 附录A 附录A.1")]
    [InlineData("en", "Section\u00A02.1 Part\u00A03 C Appendix\u00A0A Appendix\u00A0A.1")]
    public static void References_call_things_by_their_place(string language, string words) =>
        Assert.Equal(
            words.Split(' '),
            Part(Page(language, "one"), "<p>refs", "</p>")
                .Split("class=\"ref\"")
                .Skip(1)
                .Select(a =>
                    a[(a.IndexOf('>', StringComparison.Ordinal) + 1)..a.IndexOf('<', StringComparison.Ordinal)]
                )
        );

    [Fact]
    public static void The_bibliography_lists_all_works_and_the_report_says_how_to_cite_it()
    {
        var page = Page("en", "three");
        Assert.Contains("<ol class=\"works\">\n<li id=\"ref-a2019\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<section class=\"references\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "<p class=\"work\">A. Author. <cite>A &lt;report&gt;</cite>. 2026.",
            page,
            StringComparison.Ordinal
        );
        var words = Regex.Replace(page, "<[^>]+>", "");
        Assert.Contains("@misc{r2026,\n", words, StringComparison.Ordinal);
        Assert.Contains("  title  = {{A &lt;report&gt;}},\n", words, StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_id_is_there_once_and_every_link_leads_somewhere()
    {
        using var report = Report();
        var draft = report.Write(Language.Chinese, Language.English);
        LinkChecks.Check(
            draft,
            new HashSet<string> { "report.zh.pdf", "report.en.pdf" },
            "https://example.org/r/",
            new PassedChecks(null),
            report.Bag
        );
        Assert.Empty(report.Messages);
    }

    [Fact]
    public static void The_printed_edition_follows_the_tree()
    {
        using var report = Report();
        var print = report.Write(Language.Chinese, Language.English).Prints[0];
        Assert.Equal(
            ["2.1 甲", "三 乙", "3.1 节", "丙", "文献", "A 丁", "A.1 错"],
            print.Headings.Select(h => $"{h.Number} {h.Text}".Trim())
        );
    }

    private static string Part(string html, string from, string to)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        return html[start..html.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static string Page(string language, string name)
    {
        using var report = Report();
        var draft = report.Write(Language.Chinese, Language.English);
        Assert.Empty(report.Messages);
        return TestReport.Text(draft, $"{language}/{name}.html");
    }

    private static TestReport Report()
    {
        const string links = "refs [](#one) [](#two) [](#three) [](#four) [](#errata)";
        const string works = "```bibliography\n```\n\n```citation\n```\n";
        var report = new TestReport { Tree = Tree };
        report.File(
            "content/references.yml",
            "a2019: { type: webpage, title: 旧文, author: [{ family: 甲, given: 乙 }], issued: 2019 }\n"
        );
        return report
            .Chapter("one", ("甲", "A"), "", links)
            .Chapter("two", ("乙", "B"), "## 节 {#section}", "")
            .Chapter("three", ("丙", "C"), "## 文献 {#works}", works)
            .Chapter("four", ("丁", "D"), "## 错 {#errata}", "");
    }

    private static TestReport Chapter(
        this TestReport report,
        string folder,
        (string Chinese, string English) title,
        string section,
        string text
    ) =>
        report
            .Add(
                folder,
                "zh",
                $"---\ntitle: {title.Chinese}\n---\n# {title.Chinese} {{#{folder}}}\n\n{section}\n\n{text}\n"
            )
            .Add(
                folder,
                "en",
                $"---\ntitle: {title.English}\n---\n# {title.English} {{#{folder}}}\n\n{section}\n\n{text}\n"
            );
}
