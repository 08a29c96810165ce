using Recto.Content;
using Xunit;

namespace Recto.Tests.Pages;

public static class ClaimTests
{
    [Fact]
    public static void A_claim_shows_its_verdict_and_what_it_rests_on()
    {
        var html = Claims("ae_relu.test.mse > ae_tanh.test.mse", "reproduced", "\n    source: \"0.0685\"").Html;
        Assert.Contains(
            "<aside class=\"claim reproduced\" id=\"claim-more\">\n<p class=\"head\"><span class=\"badge\"><svg",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            </svg>已复现</span> <span class="no">论断1</span></p>
            <p class="text">relu在<strong>两组</strong>里误差更大。</p>
            <dl>
            <div><dt>原文</dt> <dd>0.0685</dd></div>
            <div><dt>本报告</dt> <dd><code>ae_relu.test.mse</code> <a class="num" href="#pv-1" data-run="ae_relu" data-path="test.mse">0.0677</a> · <code>ae_tanh.test.mse</code> <a class="num" href="#pv-2" data-run="ae_tanh" data-path="test.mse">0.0562</a></dd></div>
            <div><dt>检验</dt> <dd><code>ae_relu.test.mse &gt; ae_tanh.test.mse</code></dd></div>
            <div><dt>实验</dt> <dd><a class="data" href="../data/ae_relu/run.json">ae_relu</a> <a class="data" href="../data/ae_tanh/run.json">ae_tanh</a></dd></div>
            </dl>
            </aside>
            <p>见<a class="ref" href="#claim-more">论断1</a>。</p>
            """,
            html,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ae_relu.test.mse > ae_tanh.test.mse", "reproduced", "reproduced", "")]
    [InlineData("ae_relu.test.mse < ae_tanh.test.mse", "not-reproduced", "not-reproduced", "")]
    [InlineData(
        "ae_relu.test.mse < ae_tanh.test.mse",
        "reproduced",
        "not-reproduced",
        "claim 'more' is not reproduced, but the text is written for 'reproduced': “relu 在**两组**里误差更大。”"
    )]
    public static void An_unexpected_verdict_is_published_and_named(
        string holds,
        string expected,
        string found,
        string warning
    )
    {
        var (html, messages, unexpected) = Claims(holds, expected, "");
        Assert.Contains($"<aside class=\"claim {found}\"", html, StringComparison.Ordinal);
        Assert.Equal(warning.Length > 0 ? ["more"] : [], unexpected);
        Assert.Equal(
            warning.Length > 0 ? [$"content/one/zh.md(16,18): warning verdict-unexpected: {warning}"] : [],
            messages
        );
    }

    [Fact]
    public static void The_ledger_lists_claims_as_readers_meet_them_with_every_test()
    {
        const string Declared = """
            claims:
              late: { holds: ae_tanh.test.mse < 1, expected: reproduced, text: { zh: 晚 } }
              early:
                holds: ae_tanh.test.mse > 1
                under: { holds: ae_tanh.test.mse > 0.01, condition: { zh: 放宽 } }
                expected: under-condition
                text: { zh: 早 }
            ---

            """;
        using var report = new TestReport();
        var text = TestReport.Front.Replace("---\n#", Declared + "#", StringComparison.Ordinal);
        var draft = report
            .Add("one", "zh", text + "```claims\n- early\n- late\n```\n\n## 全部 {#all}\n\n```ledger\n```\n")
            .Write(Language.Chinese);
        var page = TestReport.Text(draft, "zh/one.html");
        var ledger = page[page.IndexOf("<section class=\"ledger\">", StringComparison.Ordinal)..];
        Assert.Contains(
            "<i class=\"conditional\" title=\"论断1 有条件复现\"></i><i class=\"reproduced\"",
            ledger,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            <div><dt>检验</dt> <dd><code>ae_tanh.test.mse &gt; 1</code></dd></div>
            <div><dt>条件</dt> <dd>放宽</dd></div>
            <div><dt>检验</dt> <dd><code>ae_tanh.test.mse &gt; 0.01</code></dd></div>
            """,
            ledger,
            StringComparison.Ordinal
        );
    }

    private static (string Html, IReadOnlyList<string> Messages, IEnumerable<string> Unexpected) Claims(
        string holds,
        string expected,
        string more
    )
    {
        var claims = $$"""
            claims:
              more:
                holds: {{holds}}
                expected: {{expected}}
                text: { zh: "relu 在**两组**里误差更大。" }{{more}}
            ---

            """;
        using var report = new TestReport();
        var text = TestReport.Front.Replace("---\n#", claims + "#", StringComparison.Ordinal);
        var draft = report.Add("one", "zh", text + "```claims\n- more\n```\n\n见 [](#more)。").Write(Language.Chinese);
        return (TestReport.Text(draft, "zh/one.html"), report.Messages, draft.UnexpectedVerdicts.Select(c => c.Id));
    }
}
