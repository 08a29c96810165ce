using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>One failure stays one: the others finish, the site is published and says what it shows.</summary>
public static class FailureTests
{
    private const string Failed =
        "content/one/zh.md(4,3): error run-failed: 'ae' ended with exit code 3 and no result (what it left is in .cache/failed/ae)\n  last words\n";

    private const string Stranded =
        "content/one/zh.md(11,3): error run-stranded: 'child' was not begun: it needs the run 'ae', which has no result\n";

    [Fact]
    public static async Task Where_there_is_no_earlier_result_a_placeholder_stands_in_its_place()
    {
        using var build = new StubBuild();
        var answer = await build.RunAsync("ae=crashes");
        Assert.Equal((3, Failed + Stranded), (answer.Exit, answer.Errors));
        Assert.Equal("last words", await build.Folder.ReadAsync(".cache/failed/ae/worker.log"));
        foreach (
            var (page, notice) in new[]
            {
                ("zh/one.html", "暂无结果：下列实验失败或尚未运行"),
                ("en/one.html", "No results yet: these runs failed or were not made"),
            }
        )
        {
            var html = await build.PageAsync(page);
            Assert.Contains(notice, html, StringComparison.Ordinal);
            Assert.Equal(3, html.Split("<abbr class=\"absent\" title=\"").Length - 1); // text, table, claim
            Assert.Contains(">0.5000</a>", html, StringComparison.Ordinal); // of the other run
            Assert.Contains(
                "<div class=\"placeholder\" role=\"img\" aria-label=\"alt\">",
                html,
                StringComparison.Ordinal
            );
            Assert.Contains("<aside class=\"claim not-judged\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("data/ae/", html, StringComparison.Ordinal);
        }

        Assert.Contains("暂无结果", await build.PageAsync("zh/index.html"), StringComparison.Ordinal);
        Assert.Empty(build.Folder.Files("site/data/ae"));
        Assert.NotEmpty(build.Folder.Files("site/data/other"));
    }

    [Fact]
    public static async Task Else_the_earlier_result_is_shown_as_such_until_a_build_makes_it_anew()
    {
        using var build = new StubBuild();
        var good = await build.RunAsync();
        Assert.Equal((0, ""), (good.Exit, good.Errors));
        var evidence = await build.PageAsync("data/ae/run.json");
        build.Declare(epochs: 4);
        for (var time = 0; time < 2; time++)
        {
            build.Log();
            Assert.Equal(3, (await build.RunAsync("ae=crashes")).Exit);
            Assert.Equal(time == 0 ? ["ae begins", "other begins", "other ends"] : ["ae begins"], build.Log());
            var html = await build.PageAsync("en/one.html");
            Assert.Contains("Earlier results: these runs could not be made anew", html, StringComparison.Ordinal);
            Assert.Equal(3, html.Split("<a class=\"num earlier\"").Length - 1);
            Assert.Contains(">0.2500</a>", html, StringComparison.Ordinal); // the other run's new result
            Assert.Equal(3, html.Split("<span class=\"badge earlier\">").Length - 1); // figure, claim, provenance
            Assert.Equal(evidence, await build.PageAsync("data/ae/run.json"));
        }

        var mended = await build.RunAsync();
        Assert.Equal((0, ""), (mended.Exit, mended.Errors));
        Assert.DoesNotContain("earlier", await build.PageAsync("en/one.html"), StringComparison.Ordinal);
        Assert.Equal("nothing has changed\n", (await build.RunAsync()).Output);
    }

    [Fact]
    public static async Task Without_training_earlier_results_are_shown_and_not_taken_for_new_ones_later()
    {
        using var build = new StubBuild();
        await build.RunAsync();
        build.Declare(epochs: 4);
        Assert.Equal(0, (await build.RunAsync(null, "--no-train")).Exit);
        Assert.Contains("Earlier results", await build.PageAsync("en/one.html"), StringComparison.Ordinal);
        build.Log();
        Assert.Equal(0, (await build.RunAsync()).Exit);
        Assert.Contains("ae ends", build.Log());
        Assert.DoesNotContain("Earlier results", await build.PageAsync("en/one.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ae=crashes", "--fail-fast", 3, Failed)]
    [InlineData(
        "ae=crashes",
        "--strict",
        3,
        "error runs-outdated: nothing is published, as --strict asks, while these runs have no result, or an earlier one: ae, child\n"
            + Failed
            + Stranded
    )]
    public static async Task Nothing_is_published_where_the_author_asks_for_all_or_nothing(
        string behaviour,
        string option,
        int exit,
        string errors
    )
    {
        using var build = new StubBuild();
        var answer = await build.RunAsync(behaviour, option, "--jobs", "1");
        Assert.Equal((exit, errors), (answer.Exit, answer.Errors));
        Assert.Empty(build.Folder.Files("site"));
    }

    [Fact]
    public static async Task A_missing_translation_is_an_error_to_the_strict()
    {
        using var build = new StubBuild();
        File.Delete(build.Folder["content/one/en.md"]);
        var answer = await build.RunAsync(null, "--strict");
        Assert.Equal(2, answer.Exit);
        Assert.Contains("error translation-missing: ", answer.Errors, StringComparison.Ordinal);
        Assert.Empty(build.Folder.Files("site"));
        Assert.Equal(0, (await build.RunAsync()).Exit);
        Assert.Equal(2, (await build.RunAsync(null, "--strict")).Exit);
    }

    [Fact]
    public static async Task A_run_that_outruns_its_limit_is_ended()
    {
        using var build = new StubBuild();
        var answer = await build.RunAsync("ae=hangs", "--time-limit", "0.05");
        Assert.Equal(3, answer.Exit);
        Assert.StartsWith(
            "content/one/zh.md(4,3): error run-failed: 'ae' was ended: it took longer than 0.05 minutes; "
                + "--time-limit MINUTES allows it more (what it left is in .cache/failed/ae)\n",
            answer.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal(["half", "worker.log"], build.Folder.Files(".cache/failed/ae"));
    }
}
