using Recto.Content;
using Xunit;

namespace Recto.Tests.Pages;

/// <summary>A report of one language speaks of no other.</summary>
public static class OneLanguageTests
{
    [Theory]
    [InlineData("zh/index.html")]
    [InlineData("zh/one.html")]
    [InlineData("zh/evidence.html")]
    public static void There_is_nothing_to_switch_to(string page)
    {
        var text = TestReport.Text(One.Value, page);
        Assert.DoesNotContain("class=\"languages\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"both\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("中文", text, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_door_leads_to_it_and_nothing_else_is_written()
    {
        Assert.Contains("url=zh/index.html", TestReport.Text(One.Value, "index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(One.Value.Files.Keys, f => f.StartsWith("both/", StringComparison.Ordinal));
        Assert.DoesNotContain(One.Value.Files.Keys, f => f.StartsWith("en/", StringComparison.Ordinal));
        Assert.Equal(["report.zh.pdf"], One.Value.Prints.Select(p => p.Pdf));
    }

    [Fact]
    public static void Its_title_needs_no_language_and_it_need_not_have_data()
    {
        using var report = new TestReport { Tree = "parts: [{ chapter: one }]" };
        report.WriteReport(Language.English);
        report.File(
            "content/report.yml",
            """
            title: A report
            description: About
            authors: [A. Author]
            url: https://example.org/
            languages: [en]
            licence: CC BY
            parts: [{ chapter: one }]
            """
        );
        report.File("content/one/en.md", "---\ntitle: One\n---\n# One {#top}\n");
        var book = BookReader.Read(report.Workspace, report.Bag);
        Assert.Empty(report.Messages);
        Assert.Equal("A report", book!.Report.Title[Language.English]);
        Assert.Equal("CC BY", book.Report.Licence![Language.English]);
        Assert.Empty(book.Report.Data);
    }

    private static readonly Lazy<Recto.Pages.SiteDraft> One = new(() =>
    {
        using var report = new TestReport();
        var draft = report.Add("one", "zh", TestReport.Front).Write(Language.Chinese);
        Assert.Empty(report.Messages);
        return draft;
    });
}
