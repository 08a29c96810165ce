using Recto.Content;
using Xunit;

namespace Recto.Tests.Pages;

/// <summary>Numbers of several seeds: one number on the page, every run at the chapter's end. <c>ae_tanh</c> has two.</summary>
public static class SeedsOnPagesTests
{
    [Fact]
    public static void A_mean_stands_with_its_spread_and_names_every_run()
    {
        var (page, _) = Page("{{ ae_tanh.test.mse | spread 4 }}");
        Assert.Contains(
            "<a class=\"num\" href=\"#pv-1\" data-run=\"ae_tanh ae_tanh.2\" data-path=\"test.mse test.mse\">0.0620<span class=\"spread\">\u202F±\u202F0.0081</span></a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            <div><dt>随机种子 7</dt> <dd>0.05624891 <a class="data" href="../zh/evidence.html#run-ae_tanh">ae_tanh</a></dd></div>
            <div><dt>随机种子 8</dt> <dd>0.06774321 <a class="data" href="../zh/evidence.html#run-ae_tanh.2">ae_tanh.2</a></dd></div>
            """,
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_table_prints_mean_and_spread_and_keeps_its_room_free_elsewhere()
    {
        var (page, _) = Page(
            """
            ```metrics {#tbl-t}
            caption: 表
            runs: [ae_tanh, ae_relu]
            columns:
              - { metric: test.mse, format: fixed 4 }
              - { metric: test.mse, format: percent 1 }
            ```
            """
        );
        Assert.Contains(">6.2<span class=\"spread\">\u202F±\u202F0.8%</span></a></td>", page, StringComparison.Ordinal);
        Assert.Contains(">6.8<span class=\"spread bare\">%</span></a></td>", page, StringComparison.Ordinal);
        Assert.Contains(
            ">0.0620<span class=\"spread\">\u202F±\u202F0.0081</span></a></td>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            ">0.0677</a><span class=\"spread none\" aria-hidden=\"true\">\u202F±\u202F0.0000</span></td>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_figure_links_to_the_data_of_the_experiment_before_that_of_its_further_seeds()
    {
        var (page, _) = Page("![a](figure:curves \"甲\"){#fig-a runs=\"ae_tanh ae_relu\" metric=loss}");
        Assert.Contains(
            """
            甲 <a class="data" href="../data/ae_relu/curves.csv">ae_relu/curves.csv</a> <a class="data" href="../data/ae_tanh/curves.csv">ae_tanh/curves.csv</a> <a class="data" href="../data/ae_tanh.2/curves.csv" aria-label="ae_tanh.2/curves.csv">.2</a></figcaption>
            """,
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("agrees ae_tanh.test.mse \"0.0685\"", "", "reproduced", "reproduced")]
    [InlineData("clearly_below ae_tanh.test.mse ae_relu.test.mse", "", "not-reproduced", "not-reproduced")]
    [InlineData(
        "clearly_below ae_tanh.test.mse ae_relu.test.mse",
        "ae_tanh.test.mse.mean < ae_relu.test.mse",
        "under-condition",
        "conditional"
    )]
    [InlineData(
        "clearly_below ae_tanh.test.mse ae_relu.test.mse",
        "ae_tanh.test.mse.mean > ae_relu.test.mse",
        "not-reproduced",
        "not-reproduced"
    )]
    public static void A_claim_is_judged_on_mean_and_spread(string holds, string under, string expected, string found)
    {
        var (page, messages) = Page("```claims\n- c\n```", Claim(holds, under, expected));
        Assert.Empty(messages);
        Assert.Contains($"<aside class=\"claim {found}\" id=\"claim-c\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_claim_shows_where_it_is_made_its_tolerance_its_condition_and_its_runs()
    {
        var claim = Claim(
            "agrees ae_tanh.test.mse \"0.9\"",
            "ae_tanh.test.mse.mean < ae_relu.test.mse",
            "under-condition"
        );
        var (page, _) = Page(
            "```claims\n- c\n```",
            claim + "    source: \"0.9\"\n    section: \"3.1\"\n    format: percent 1\n"
        );
        Assert.Contains(
            """
            有条件复现</span> <span class="no">论断1</span></p>
            <p class="text">一</p>
            <dl>
            <div><dt>原文</dt> <dd>0.9 · 第3.1节</dd></div>
            <div><dt>本报告</dt> <dd><code>ae_tanh.test.mse</code> <a class="num" href="#pv-1" data-run="ae_tanh ae_tanh.2" data-path="test.mse test.mse">0.0620<span class="spread">
            """,
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            <div><dt>检验</dt> <dd><code>agrees ae_tanh.test.mse &quot;0.9&quot;</code></dd></div>
            <div class="tolerance"><dt>容差</dt> <dd><code>ae_tanh.test.mse</code>与原文相差0.84，容许0.13（2个种子的95% 预测区间）</dd></div>
            <div><dt>条件</dt> <dd>两个种子的平均</dd></div>
            <div><dt>检验</dt> <dd><code>ae_tanh.test.mse.mean &lt; ae_relu.test.mse</code></dd></div>
            <div><dt>实验</dt> <dd><a class="data" href="../data/ae_relu/run.json">ae_relu</a> <a class="data" href="../data/ae_tanh/run.json">ae_tanh</a> <a class="data" href="../data/ae_tanh.2/run.json" aria-label="ae_tanh.2">.2</a></dd></div>
            """,
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "clearly_below ae_tanh.test.mse ae_relu.test.mse",
        "<code>ae_tanh.test.mse</code>比<code>ae_relu.test.mse</code>低0.0057，须低0.13以上（2个种子的95% 预测区间）"
    )]
    [InlineData(
        "!(clearly_above ae_tanh.test.mse ae_relu.test.mse)",
        "<code>ae_tanh.test.mse</code>比<code>ae_relu.test.mse</code>低0.0057，至多容许高0.13（2个种子的95% 预测区间）"
    )]
    [InlineData(
        "!(clearly_above ae_tanh.test.mse ae_relu.test.mse) && !(clearly_below ae_tanh.test.mse ae_relu.test.mse)",
        "<code>ae_tanh.test.mse</code>比<code>ae_relu.test.mse</code>低0.0057，无论高低，至多容许0.13（2个种子的95% 预测区间）"
    )]
    public static void A_tolerance_says_what_was_found_and_what_is_needed_or_allowed(string holds, string words)
    {
        var (page, _) = Page("```claims\n- c\n```", Claim($"\"{holds}\"", "", "reproduced"));
        Assert.Equal(
            [$"<div class=\"tolerance\"><dt>容差</dt> <dd>{words}</dd></div>"],
            page.Split('\n').Where(line => line.Contains("class=\"tolerance\"", StringComparison.Ordinal))
        );
    }

    [Fact]
    public static void The_wrong_verdict_of_a_condition_is_named()
    {
        var claim = Claim("agrees ae_tanh.test.mse \"0.9\"", "ae_tanh.test.mse.mean < 1", "not-reproduced");
        var (_, messages) = Page("```claims\n- c\n```", claim);
        Assert.EndsWith(
            "claim 'c' is reproduced under a condition, but the text is written for 'not reproduced': “一”",
            Assert.Single(messages),
            StringComparison.Ordinal
        );
    }

    private static string Claim(string holds, string under, string expected) =>
        "  c:\n    holds: "
        + holds
        + (under.Length == 0 ? "" : $"\n    under: {{ holds: {under}, condition: {{ zh: 两个种子的平均 }} }}")
        + $"\n    expected: {expected}\n    text: {{ zh: 一 }}\n";

    private static (string Page, IReadOnlyList<string> Messages) Page(string markdown, string claims = "")
    {
        using var report = new TestReport();
        var front = TestReport
            .Front.Replace("seed: 7", "seed: 7\n    seeds: 2", StringComparison.Ordinal)
            .Replace("model: { activation: relu", "seeds: 1, model: { activation: relu", StringComparison.Ordinal)
            .Replace("---\n#", $"{(claims.Length > 0 ? "claims:\n" + claims : "")}---\n#", StringComparison.Ordinal);
        var draft = report.Add("one", "zh", front + markdown).Write(Language.Chinese);
        return (TestReport.Text(draft, "zh/one.html"), report.Messages);
    }
}
