using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

public static class BothPagesTests
{
    private static readonly IReadOnlySet<string> Beside = new HashSet<string>
    {
        "report.zh.pdf",
        "report.en.pdf",
        "data/ae_tanh/run.json",
        "data/ae_relu/run.json",
        "data/ae_tanh/environment.json",
        "data/ae_relu/environment.json",
        "data/ae_tanh/curves.csv",
    };

    [Fact]
    public static void Both_languages_stand_side_by_side_and_share_what_they_have_in_common()
    {
        using var report = TwoLanguages.Report();
        var draft = TwoLanguages.Draft(report);
        Assert.DoesNotContain(report.Bag.Sorted(), d => d.Severity == Severity.Error);
        var page = TestReport.Text(draft, "both/one.html");
        Holds(
            page,
            """
            <div class="pair"><div lang="zh-Hans"><h2 id="part"><span class="no">3.1.1</span> 损失的变化</h2>
            </div><div lang="en"><h2 id="en-part"><span class="no">3.1.1</span> How it falls</h2>
            </div></div>
            """
        );
        Once(page, "<svg viewBox=\"0 0 760 452\">");
        Once(page, "<figure id=\"fig-a\"");
        Once(page, "<span class=\"eqno\">");
        Holds(
            page,
            "<figcaption><div class=\"pair\"><div lang=\"zh-Hans\"><span class=\"label\">图1</span> 损失的变化"
        );
        Holds(page, "</div><div lang=\"en\"><span class=\"label\">Figure\u00A01</span> How it falls");
        Holds(page, "平方误差 <span class=\"other\" lang=\"en\">Squared error</span></th>");
        Holds(
            page,
            "<p class=\"text\">relu的误差更大。</p></div><div lang=\"en\"><p class=\"text\">relu errs more.</p></div></div>"
        );
        Once(page, "<aside class=\"claim reproduced\" id=\"claim-more\">");
    }

    [Fact]
    public static void Notes_are_each_languages_own_and_measurements_and_works_are_listed_once()
    {
        using var report = TwoLanguages.Report();
        var page = TestReport.Text(TwoLanguages.Draft(report), "both/one.html");
        Holds(page, "<li id=\"fn-1\">");
        Holds(page, "<li id=\"en-fn-1\">");
        Once(page, "<li id=\"ref-work\">");
        Once(page, "<li id=\"pv-1\"");
    }

    [Fact]
    public static void Every_link_of_both_leads_somewhere_and_a_chapter_of_one_language_has_none()
    {
        using var report = TwoLanguages.Report();
        var draft = TwoLanguages.Draft(report);
        var bag = new DiagnosticBag();
        LinkChecks.Check(draft, Beside, "https://example.org/r/", new PassedChecks(null), bag);
        Assert.Empty(bag.Sorted());
        Assert.DoesNotContain("both/two.html", draft.Files.Keys);
        Holds(TestReport.Text(draft, "both/one.html"), "href=\"../zh/two.html\"");
        Holds(TestReport.Text(draft, "zh/one.html"), "<a class=\"both\" href=\"../both/one.html\">对照</a>");
        Assert.DoesNotContain("class=\"both\"", TestReport.Text(draft, "zh/two.html"), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_report_of_one_language_has_no_side_by_side()
    {
        using var report = TwoLanguages.Report();
        var draft = report.Write(Language.Chinese);
        Assert.DoesNotContain(draft.Files.Keys, path => path.StartsWith("both/", StringComparison.Ordinal));
    }

    private static void Holds(string page, string part) => Assert.Contains(part, page, StringComparison.Ordinal);

    private static void Once(string page, string part) => Assert.Equal(2, page.Split(part).Length);
}
