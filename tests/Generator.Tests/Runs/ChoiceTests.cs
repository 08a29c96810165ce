using Recto.Diagnostics;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary><c>--no-train</c>, <c>--only</c> and <c>--fresh</c>: what is made, and what is shown of the rest.</summary>
public static class ChoiceTests
{
    private static readonly RunOptions All = new(Fresh: false, Jobs: 2);

    /// <summary>A parent, its child, and one by itself.</summary>
    private static Plan Family(int epochs) =>
        new([
            SomeRuns.Run("parent", 1, epochs),
            SomeRuns.Run("child", 2, epochs).With(after: "parent"),
            SomeRuns.Run("other", 3, epochs),
        ]);

    [Fact]
    public static async Task Without_training_the_last_good_results_are_shown_and_said_to_be_stale()
    {
        using var scratch = new Scratch();
        await RunAsync(scratch, new Plan([SomeRuns.Run("parent", 1, 2), SomeRuns.Run("other", 3, 4)]), All);
        var (runs, told) = await RunAsync(scratch, Family(4), All with { NoTrain = true }, isClosed: true);

        Assert.Equal("parent LastGood, child Absent, other Fresh", Standings(runs));
        Assert.Equal(0.5, runs.ById["parent"].Record.Metrics["test.mse"]);
        Assert.Equal(
            [
                "content/1/zh.md(4,3): warning run-absent: 'child' was not made: there is no result to show",
                "content/1/zh.md(4,3): warning run-stale: 'parent' was not made anew: an earlier result is shown, of another key",
            ],
            told
        );
    }

    [Theory]
    [InlineData("child", "parent Fresh, child Fresh, other LastGood")]
    [InlineData("other", "parent LastGood, child LastGood, other Fresh")]
    [InlineData("parent", "parent Fresh, child LastGood, other LastGood")]
    public static async Task Only_the_runs_that_are_named_are_made_and_those_they_start_from(
        string only,
        string expected
    )
    {
        using var scratch = new Scratch();
        await RunAsync(scratch, Family(2), All);
        var (runs, _) = await RunAsync(scratch, Family(3), All with { Only = new HashSet<string> { only } });
        Assert.Equal(expected, Standings(runs));
    }

    [Fact]
    public static async Task Only_and_fresh_make_one_known_run_again()
    {
        using var scratch = new Scratch();
        await RunAsync(scratch, Family(2), All);
        await using var log = new StringWriter();
        var options = new RunOptions(Fresh: true, Jobs: 2) { Only = new HashSet<string> { "other" } };
        var (runs, _) = await RunAsync(scratch, Family(2), options, log);
        Assert.Equal("parent Fresh, child Fresh, other Fresh", Standings(runs));
        Assert.Equal(
            ["other: done"],
            log.ToString().Split('\n').Where(l => l.EndsWith(": done", StringComparison.Ordinal))
        );
    }

    [Fact]
    public static async Task A_name_that_is_none_is_refused()
    {
        using var scratch = new Scratch();
        var options = All with { Only = new HashSet<string> { "othr" } };
        var stop = await Assert.ThrowsAsync<ReportException>(() => RunAsync(scratch, Family(2), options));
        Assert.Equal(ExitCode.AuthorMistake, stop.Exit);
        Assert.Equal("there is no run 'othr'; did you mean 'other'?", stop.Sentence);
    }

    private static string Standings(RunSet runs) =>
        string.Join(", ", Family(1).Runs.Select(r => $"{r.Id} {runs.StandingOf(r.Id)}"));

    private static async Task<(RunSet Runs, IReadOnlyList<string> Told)> RunAsync(
        Scratch scratch,
        Plan plan,
        RunOptions options,
        TextWriter? log = null,
        bool isClosed = false
    )
    {
        var bag = new DiagnosticBag();
        var doors = isClosed ? SomeRuns.Closed(scratch) : SomeRuns.Doors(scratch, log);
        var runs = await Runner.RunAsync(plan, doors, options, bag, TestContext.Current.CancellationToken);
        return (runs, [.. bag.Sorted().Select(d => d.ToString())]);
    }
}
