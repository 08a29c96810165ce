using Recto.Content;
using Xunit;

namespace Recto.Tests.Pages;

public static class SitemapTests
{
    [Fact]
    public static void Every_page_is_listed_with_its_translations_by_absolute_addresses()
    {
        using var report = new TestReport();
        report.Add("one", "zh", TestReport.Front).Add("one", "en", "---\ntitle: One\n---\n# One {#top}\n");
        var map = TestReport.Text(report.Write(Language.Chinese, Language.English), "sitemap.xml");

        Assert.Equal(6, map.Split("<loc>").Length - 1);
        Assert.Contains(
            """
              <url>
                <loc>https://example.org/r/en/one.html</loc>
                <xhtml:link rel="alternate" hreflang="zh-Hans" href="https://example.org/r/zh/one.html" />
                <xhtml:link rel="alternate" hreflang="en" href="https://example.org/r/en/one.html" />
                <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/r/zh/one.html" />
              </url>
            """,
            map,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_demo_is_for_no_search_engine()
    {
        using var report = new TestReport();
        var draft = report.Add("one", "zh", TestReport.Front).Write(demo: true, Language.Chinese);
        Assert.DoesNotContain("sitemap.xml", draft.Files.Keys);
    }

    [Fact]
    public static void Only_a_deployment_says_its_commit()
    {
        using var report = new TestReport();
        var page = TestReport.Text(report.Add("one", "zh", TestReport.Front).Write(Language.Chinese), "zh/one.html");
        Assert.DoesNotContain("提交", page, StringComparison.Ordinal);
    }
}
