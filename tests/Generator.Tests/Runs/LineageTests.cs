using Recto.Diagnostics;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>Runs that start from others, or are compared with them.</summary>
public static class LineageTests
{
    private static readonly RunOptions TwoJobs = new(Fresh: false, Jobs: 2);

    private static Plan Family(long seed = 1) =>
        new([
            SomeRuns.Run("parent", seed, 2),
            SomeRuns.Run("child", 2, 2).With(after: "parent"),
            SomeRuns.Run("grandchild", 3, 2).With(after: "child", against: "parent"),
            SomeRuns.Run("other", 4, 2),
        ]);

    [Fact]
    public static async Task A_run_is_given_the_finished_ones_that_it_names()
    {
        using var scratch = new Scratch();
        var (runs, mistakes) = await RunAsync(scratch, Family());
        Assert.Empty(mistakes);
        Assert.Equal(["child", "grandchild", "other", "parent"], runs.ById.Keys.Order());
        Assert.Equal(runs.ById["child"].Record.Keys.Train, runs.ById["grandchild"].Record.Inputs.Parent);
        Assert.Equal(runs.ById["parent"].Record.Keys.Train, runs.ById["grandchild"].Record.Inputs.Against);

        // And so it is where the named one was known before.
        Directory.Delete(runs.ById["grandchild"].Folder, recursive: true);
        Assert.Empty((await RunAsync(scratch, Family())).Mistakes);
    }

    [Fact]
    public static void Another_parent_makes_another_run_down_to_the_last_child()
    {
        using var scratch = new Scratch();
        var before = Find(scratch, Family());
        var after = Find(scratch, Family(seed: 9));
        Assert.NotEqual(before["child"].Keys.Train, after["child"].Keys.Train);
        Assert.NotEqual(before["grandchild"].Keys.Train, after["grandchild"].Keys.Train);
        Assert.Equal(before["other"].Keys, after["other"].Keys);
    }

    [Fact]
    public static void What_a_run_is_compared_with_changes_its_evaluation_only()
    {
        using var scratch = new Scratch();
        var (a, b) = (SomeRuns.Run("a", 1, 2), SomeRuns.Run("b", 2, 2));
        var alone = Find(scratch, new Plan([a, b]))["b"].Keys;
        var compared = Find(scratch, new Plan([a, b.With(against: "a")]))["b"].Keys;
        Assert.Equal(alone.Train, compared.Train);
        Assert.NotEqual(alone.Evaluation, compared.Evaluation);
    }

    [Fact]
    public static void A_parent_is_known_by_what_it_is_and_not_by_its_name()
    {
        using var scratch = new Scratch();
        var child = SomeRuns.Run("child", 2, 2);
        var one = Find(scratch, new Plan([SomeRuns.Run("a", 1, 2), child.With(after: "a")]))["child"];
        var two = Find(scratch, new Plan([SomeRuns.Run("b", 1, 2), child.With(after: "b")]))["child"];
        Assert.Equal(one.Keys, two.Keys);
    }

    [Fact]
    public static async Task Where_one_fails_those_that_need_it_are_not_begun_and_the_others_go_on()
    {
        using var scratch = new Scratch();
        var plan = new Plan([
            SomeRuns.Run("crashes", 1, 2),
            SomeRuns.Run("child", 2, 2).With(after: "crashes"),
            SomeRuns.Run("twin", 2, 2).With(after: "crashes"),
            SomeRuns.Run("grandchild", 3, 2).With(after: "child"),
            SomeRuns.Run("other", 4, 2),
        ]);
        var (runs, mistakes) = await RunAsync(scratch, plan);
        Assert.Equal(["other"], runs.ById.Keys);
        Assert.Equal(
            [
                "content/1/zh.md(4,3): error run-failed: 'crashes' ended with exit code 3 and no result (what it left is in .cache/failed/crashes)\n  last words",
                "content/1/zh.md(4,3): error run-stranded: 'child' was not begun: it needs the run 'crashes', which has no result",
                "content/1/zh.md(4,3): error run-stranded: 'grandchild' was not begun: it needs the run 'child', which has no result",
                "content/1/zh.md(4,3): error run-stranded: 'twin' was not begun: it needs the run 'crashes', which has no result",
            ],
            mistakes.Order(StringComparer.Ordinal)
        );
    }

    private static async Task<(RunSet Runs, IReadOnlyList<string> Mistakes)> RunAsync(Scratch scratch, Plan plan)
    {
        var bag = new DiagnosticBag();
        var cancel = TestContext.Current.CancellationToken;
        var runs = await Runner.RunAsync(plan, SomeRuns.Doors(scratch), TwoJobs, bag, cancel);
        return (runs, [.. bag.Sorted().Select(d => d.ToString())]);
    }

    private static Dictionary<string, RunState> Find(Scratch scratch, Plan plan) =>
        new RunStore(scratch.Workspace, SomeRuns.Code).Find(plan, new DiagnosticBag()).ToDictionary(s => s.Planned.Id);
}
