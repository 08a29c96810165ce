using System.Text.RegularExpressions;
using Recto.Content;
using Xunit;

namespace Recto.Tests.Pages;

public static partial class NumbersAndReferencesTests
{
    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    private const string TwoFigures = """
        ![a](figure:curves "甲"){#fig-a runs="ae_tanh ae_relu" metric=loss}

        ![b](figure:curves "乙"){#fig-b runs=ae_tanh metric=loss}


        """;

    [Theory]
    [InlineData(
        "损失是 {{ ae_tanh.test.mse | fixed 4 }}。",
        "<p>损失是<a class=\"num\" href=\"#pv-1\" data-run=\"ae_tanh\" data-path=\"test.mse\">0.0562</a>。</p>"
    )]
    [InlineData(
        "{{ ae_relu.test.mse / ae_tanh.test.mse | fixed 2 }} 倍",
        "<p><a class=\"num\" href=\"#pv-1\" data-run=\"ae_relu ae_tanh\" data-path=\"test.mse test.mse\">1.20</a>倍</p>"
    )]
    [InlineData("训练 {{ ae_tanh.spec.epochs }} 轮", "<p>训练2轮</p>")]
    public static void A_measured_number_links_to_its_origin(string markdown, string html) =>
        Assert.Equal(html, TestReport.Body(markdown));

    [Fact]
    public static void The_same_number_has_one_origin()
    {
        const string Number = "{{ ae_tanh.test.mse | fixed 4 }}";
        using var report = new TestReport();
        var draft = report.Add("one", "zh", $"{TestReport.Front}{Number}，{Number}").Write(Language.Chinese);
        var page = TestReport.Text(draft, "zh/one.html");
        Assert.Equal(2, page.Split("href=\"#pv-1\"").Length - 1);
        Assert.Contains(
            """
            <li id="pv-1" data-mark="P1"><b class="value">0.0562</b> <code class="formula"><a href="../zh/evidence.html#run-ae_tanh">ae_tanh.test.mse</a></code> <span class="what">测试集均方误差</span>
            <div class="source">
            <dl>
            <div><dt>数值</dt> <dd>0.05624891</dd></div>
            <div><dt>实验</dt> <dd><a class="data" href="../zh/evidence.html#run-ae_tanh">ae_tanh</a></dd></div>
            <div><dt>随机种子</dt> <dd>7</dd></div>
            <div><dt>训练轮数</dt> <dd>2</dd></div>
            <div><dt>训练键</dt> <dd><code>aaaaaaaaaaaa</code></dd></div>
            </dl>
            </div>
            </li>
            """,
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "{{ ae_relu.test.mse / ae_tanh.test.mse | fixed 2 }}",
        "1.20 ae_relu.test.mse / ae_tanh.test.mse 测试集均方误差"
    )]
    [InlineData(
        "{{ ae_relu.test.mse - ae_tanh.epoch.loss | fixed 2 }}",
        "0.01 ae_relu.test.mse − ae_tanh.epoch.loss 测试集均方误差；末轮平均损失"
    )]
    [InlineData("{{ ae_tanh.curve.loss[1] | fixed 4 }}", "0.0562 ae_tanh.curve.loss[1] 第2轮的损失")]
    public static void An_origin_says_how_a_number_was_computed_and_what_was_measured(string markdown, string told)
    {
        using var report = new TestReport();
        var page = TestReport.Text(
            report.Add("one", "zh", TestReport.Front + markdown).Write(Language.Chinese),
            "zh/one.html"
        );
        var entry = page.Split('\n').First(line => line.StartsWith("<li id=\"pv-1\"", StringComparison.Ordinal));
        Assert.Equal(told, Tag().Replace(entry, ""));
    }

    [Fact]
    public static void References_print_the_number_of_what_they_name()
    {
        var html = TestReport.Body(TwoFigures + "## 节 {#part}\n\n如 [](#fig-b) 与 [](#part) 所示，[此图](#fig-a)。");
        Assert.EndsWith(
            "<p>如<a class=\"ref\" href=\"#fig-b\">图2</a>与<a class=\"ref\" href=\"#part\">第3.1.1节</a>所示，<a class=\"ref\" href=\"#fig-a\">此图</a>。</p>",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void Numbers_run_through_the_book_and_references_cross_pages()
    {
        using var report = new TestReport();
        var draft = report
            .Add("one", "zh", TestReport.Front + TwoFigures + "[](#fig-c)")
            .Add("one", "en", "---\ntitle: One\n---\n# One {#top}\n\n" + TwoFigures + "See [](#fig-c).")
            .Add(
                "two",
                "zh",
                "---\ntitle: 二\n---\n# 二 {#two}\n\n![c](figure:curves \"丙\"){#fig-c runs=ae_tanh metric=loss}\n"
            )
            .Write(Language.Chinese, Language.English);
        Assert.False(report.Bag.HasErrors);
        Assert.Contains(
            "<a class=\"ref\" href=\"two.html#fig-c\">图3</a>",
            TestReport.Text(draft, "zh/one.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a class=\"ref\" href=\"two.html#fig-c\">Figure\u00A03</a>",
            TestReport.Text(draft, "en/one.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<span class=\"label\">图3</span>",
            TestReport.Text(draft, "en/two.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_figure_has_legend_label_caption_and_data()
    {
        var html = TestReport.Body(
            "![两条曲线 \"下降\"](figure:curves \"损失 $L$。\"){#fig-a runs=ae_tanh metric=loss}"
        );
        Assert.Equal(
            """
            <figure id="fig-a" class="fig fig-curves">
            <div class="legend"><span class="key"><svg class="mark c0" width="28" height="12" viewBox="0 0 28 12" aria-hidden="true"><path d="M1 6H27" stroke="currentColor" stroke-width="2"/></svg>a &lt;b&gt;</span><span class="key"><svg class="mark c1" width="28" height="12" viewBox="0 0 28 12" aria-hidden="true"><path d="M1 6H27" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4"/></svg>test</span><span class="key"><svg class="mark c2" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="4.5" fill="currentColor"/></svg>0</span></div>
            <div class="plot" role="img" aria-label="两条曲线 &quot;下降&quot;"><svg viewBox="0 0 760 452"><image href="../figures/fig-a.webp"/></svg></div>
            """,
            html[..html.IndexOf("\n<figcaption>", StringComparison.Ordinal)]
        );
        Assert.Contains(
            "<figcaption><span class=\"label\">图1</span> 损失<span class=\"glue\"><span class=\"math hl\">",
            html,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            " <a class=\"data\" href=\"../data/ae_tanh/curves.csv\">ae_tanh/curves.csv</a></figcaption>\n</figure>",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_table_from_runs_links_every_number() =>
        Assert.Equal(
            """
            <figure class="tbl" id="tbl-a">
            <figcaption><span class="label">表1</span> 对照。</figcaption>
            <div class="scroll whole" tabindex="0" role="region" aria-label="表1"><table>
            <thead>
            <tr><th scope="col">实验</th><th scope="col" class="n">测试集均方误差</th><th scope="col" class="n">近邻</th></tr>
            </thead>
            <tbody>
            <tr><th scope="row"><code>ae_tanh</code></th><td class="n"><a class="num" href="#pv-1" data-run="ae_tanh" data-path="test.mse">0.0562</a></td><td class="n"><a class="num" href="#pv-2" data-run="ae_tanh" data-path="latent.knn">5.6%</a></td></tr>
            <tr><th scope="row"><code>ae_relu</code></th><td class="n"><a class="num" href="#pv-3" data-run="ae_relu" data-path="test.mse">0.0677</a></td><td class="n"><a class="num" href="#pv-4" data-run="ae_relu" data-path="latent.knn">6.8%</a></td></tr>
            </tbody>
            </table></div><span class="end"></span>
            </figure>
            """,
            TestReport.Body(
                """
                ```metrics {#tbl-a}
                caption: 对照。
                runs: [ae_tanh, ae_relu]
                columns:
                  - { metric: test.mse, format: fixed 4 }
                  - { metric: latent.knn, format: percent 1, title: 近邻 }
                ```
                """
            )
        );

    [Fact]
    public static void A_run_shows_a_dash_where_it_does_not_measure_an_optional_metric()
    {
        using var report = new TestReport();
        var front = TestReport.Front.Replace(
            "  ae_relu:",
            "  pca: { model: { kind: pca, layers: [784, 2] }, data: strokes }\n  ae_relu:",
            StringComparison.Ordinal
        );
        var table = """
            ```metrics {#tbl-a}
            caption: 对照。
            runs: [pca, ae_relu]
            columns: [{ metric: epoch.loss, format: fixed 4, optional: true }]
            ```
            """;
        var page = TestReport.Text(report.Add("one", "zh", front + table).Write(Language.Chinese), "zh/one.html");
        Assert.Empty(report.Messages);
        Assert.Contains("<code>pca</code></th><td class=\"n\">–</td>", page, StringComparison.Ordinal);
        Assert.Contains(">0.0677</a></td>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("声明 `ae_relu`。", "声明<code>ae_relu</code>。")]
    [InlineData("声明。", "声明。 <span class=\"origin\">ae_relu</span>")]
    public static void A_listing_says_once_where_it_comes_from(string caption, string shown)
    {
        var html = TestReport.Body($"```yaml {{#lst-a experiment=ae_relu caption=\"{caption}\"}}\n```");
        Assert.StartsWith(
            $"<figure class=\"listing\" id=\"lst-a\">\n<figcaption><span class=\"label\">清单1</span> {shown}</figcaption>\n<pre tabindex=\"0\"><code class=\"yaml\"><span class=\"l\"><span class=\"nt\">",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void Citations_are_numbered_in_order_and_listed()
    {
        using var report = new TestReport();
        var draft = report
            .File(
                "content/references.yml",
                """
                kingma2014:
                  type: article
                  title: Auto-Encoding <Variational> Bayes
                  author: [{ family: Kingma, given: Diederik P. }, { family: Welling, given: Max }]
                  issued: 2014
                  URL: https://arxiv.org/abs/1312.6114
                vincent2010:
                  type: article-journal
                  title: Stacked Denoising Autoencoders
                  author: [{ family: Vincent, given: Pascal }, { family: Manzagol, given: Pierre-Antoine }]
                  issued: 2010
                  container-title: Journal of Machine Learning Research
                  volume: "11"
                  page: 3371-3408
                zang2019:
                  type: webpage
                  title: 自动编码 (AE) 器
                  author: [{ family: 臧, given: 泽林 }]
                  issued: 2019
                """
            )
            .Add(
                "one",
                "zh",
                TestReport.Front + "降噪 [@vincent2010]，变分 [@kingma2014; @vincent2010]，原文 [@zang2019]。"
            )
            .Write(Language.Chinese);
        Assert.Empty(report.Messages);
        var page = TestReport.Text(draft, "zh/one.html");
        Assert.Contains(
            "<p>降噪\u2060<a class=\"cite\" href=\"#ref-vincent2010\">[1]</a>，变分\u2060<a class=\"cite\" href=\"#ref-kingma2014\">[2]</a>\u2060<a class=\"cite\" href=\"#ref-vincent2010\">[1]</a>，原文\u2060<a class=\"cite\" href=\"#ref-zang2019\">[3]</a>。</p>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            <li id="ref-vincent2010">P. Vincent, P.-A. Manzagol. <cite>Stacked Denoising Autoencoders</cite>. Journal of Machine Learning Research 11: 3371–3408, 2010.</li>
            <li id="ref-kingma2014">D. P. Kingma, M. Welling. <cite>Auto-Encoding &lt;Variational&gt; Bayes</cite>. 2014. <a href="https://arxiv.org/abs/1312.6114">https://arxiv.org/abs/1312.6114</a>.</li>
            <li id="ref-zang2019">臧泽林. <cite lang="zh-Hans">《自动编码 (AE) 器》</cite>. 2019.</li>
            """.Replace("P. Vincent", "P.\u00A0Vincent", StringComparison.Ordinal).Replace(
                "P.-A. M",
                "P.-A.\u00A0M",
                StringComparison.Ordinal
            ).Replace("D. P. K", "D.\u00A0P.\u00A0K", StringComparison.Ordinal).Replace(
                "M. W",
                "M.\u00A0W",
                StringComparison.Ordinal
            ),
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("见 $x^{2}^{3}$", "content/one/zh.md(15,9): error formula-invalid: ")]
    [InlineData("$$\na\n  b \\frac{1}{2\n$$", "content/one/zh.md(17,15): error formula-invalid: ")]
    [InlineData("$$\n$$", "content/one/zh.md(15,1): error formula-invalid: ")]
    [InlineData("[text](two.html)", "content/one/zh.md(15,1): error link-unknown: ")]
    [InlineData("[text](javascript:alert)", "content/one/zh.md(15,1): error link-unknown: ")]
    [InlineData("<javascript:alert>", "content/one/zh.md(15,1): error link-unknown: ")]
    public static void Mistakes_are_reported_where_they_stand(string markdown, string error)
    {
        using var report = new TestReport();
        report.Add("one", "zh", TestReport.Front + markdown).Write(Language.Chinese);
        Assert.StartsWith(error, Assert.Single(report.Messages), StringComparison.Ordinal);
    }
}
