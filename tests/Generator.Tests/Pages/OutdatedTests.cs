using Recto.Content;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

/// <summary>What is said of runs without a result, or with an earlier one; the printed edition says the same.</summary>
public static class OutdatedTests
{
    private const string Text = """
        {{ ae_tanh.test.mse | fixed 4 }}, {{ ae_relu.test.mse | fixed 4 }}, {{ ae_tanh.spec.epochs }},
        {{ ae_tanh.curve.loss[1] | fixed 4 }}.

        ![alt](figure:curves "Caption"){#fig-a runs=ae_tanh metric=loss}

        """;

    [Fact]
    public static void Numbers_of_an_earlier_result_are_marked_and_those_that_it_lacks_are_dashes()
    {
        var (page, print) = Write(
            runs =>
                runs["ae_tanh"] = runs["ae_tanh"] with
                {
                    Curves = new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [0.1] },
                },
            stale: "ae_tanh"
        );
        foreach (var html in (string[])[page, print])
        {
            Assert.Contains("旧结果：下列实验在本次构建中未能重新完成", html, StringComparison.Ordinal);
            Assert.Contains("<a class=\"num earlier\"", html, StringComparison.Ordinal);
            Assert.Contains("<span class=\"badge earlier\">旧结果</span>", html, StringComparison.Ordinal);
            Assert.Contains(
                "<abbr class=\"absent\" title=\"暂无结果：ae_tanh\">—</abbr>",
                html,
                StringComparison.Ordinal
            );
            Assert.Contains("0.0562</a>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public static void What_was_declared_is_known_without_a_result()
    {
        var (page, print) = Write(runs => runs.Remove("ae_tanh"), stale: "none");
        foreach (var html in (string[])[page, print])
        {
            Assert.Contains(
                "</abbr>，<a class=\"num\"",
                html.Replace(", ", "，", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            Assert.Contains(" 2,", html, StringComparison.Ordinal);
            Assert.Contains("暂无结果：下列实验失败或尚未运行", html, StringComparison.Ordinal);
            Assert.Contains(
                "<div class=\"placeholder\" role=\"img\" aria-label=\"alt\">",
                html,
                StringComparison.Ordinal
            );
        }
    }

    private static (string Page, string Print) Write(Action<Dictionary<string, Run>> change, string stale)
    {
        using var report = new TestReport();
        var draft = report
            .Add("one", "zh", TestReport.Front + Text)
            .Write(change, new HashSet<string> { stale }, Language.Chinese);
        Assert.Empty(report.Messages);
        return (TestReport.Text(draft, "zh/one.html"), System.Text.Encoding.UTF8.GetString(draft.Prints[0].Content));
    }
}
