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
