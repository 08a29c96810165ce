using Recto.Content;
using Recto.Pages;

namespace Recto.Tests.Pages;

/// <summary>A chapter that has one of everything, in two languages.</summary>
internal static class TwoLanguages
{
    private static readonly string Chinese =
        TestReport.Front.Replace(
            "---\n# 标题",
            """
            claims:
              more:
                holds: ae_relu.test.mse > ae_tanh.test.mse
                expected: reproduced
                text: { zh: relu 的误差更大。, en: relu errs more. }
            ---
            # 标题
            """,
            StringComparison.Ordinal
        ) + Body("变分自编码器的误差是", "损失的变化", "数据", "平方误差", "脚注的话", "末节");

    private const string EnglishFront = "---\ntitle: Title\n---\n# Title {#top}\n\n";

    public static TestReport Report() =>
        new TestReport { More = "sources: [work]\nissued: 2020\ncode: https://example.org/code" }
            .File(
                "content/references.yml",
                """
                work:
                  type: article-journal
                  title: A work
                  author: [{ family: Doe, given: Jane }]
                  container-title: Journal
                  issued: 2010
                """
            )
            .Add("one", "zh", Chinese)
            .Add(
                "one",
                "en",
                EnglishFront
                    + Body(
                        "The variational autoencoder errs by",
                        "How it falls",
                        "Data",
                        "Squared error",
                        "A note",
                        "End"
                    )
            )
            .Add(
                "two",
                "zh",
                "---\ntitle: 二\n---\n# 二 {#two}\n\n只有[](#part)的中文：[](#fig-a)、[](#eq-a)、[](#tbl-a)、[](#more)。\n"
            );

    public static SiteDraft Draft(TestReport report) => report.Write(Language.Chinese, Language.English);

    private static string Body(string words, string caption, string table, string column, string note, string end) =>
        $$$"""
            {{{words}}} {{ ae_tanh.test.mse | fixed 4 }}[@work]，见 [](#fig-a) 与 [](#eq-a)，又见 [](#two)。[^n]

            ## {{{caption}}} {#part}

            {{{words}}}。

            ![alt](figure:curves "{{{caption}}}"){#fig-a runs=ae_tanh metric=loss}

            $$ {#eq-a}
            x^2
            $$

            ```metrics {#tbl-a}
            caption: {{{table}}}
            runs: [ae_tanh, ae_relu]
            columns: [{ metric: test.mse, title: {{{column}}}, format: fixed 4 }]
            ```

            ```claims
            - more
            ```

            ## {{{end}}} {#end}

            {{{string.Concat(Enumerable.Repeat(words + "。\n\n", 12))}}}

            [^n]: {{{note}}}
            """ + "\n";
}
