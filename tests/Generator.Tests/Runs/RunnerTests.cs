using Recto.Diagnostics;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class RunnerTests
{
    private static readonly RunOptions TwoJobs = new(Fresh: false, Jobs: 2);

    [Fact]
    public static async Task What_is_not_known_is_trained_and_read()
    {
        using var scratch = new Scratch();
        var run = (await TrainAsync(scratch, SomeRuns.Plan("ae"))).ById["ae"];

        Assert.Equal(0.5, run.Record.Metrics["test.mse"]);
        Assert.Equal([1.0, 0.5], run.Curves["loss"]);
        Assert.Equal([2.0, 1.0], run.Curves["test.loss"]);
        Assert.Equal("avx2", run.Environment.Pins["ATEN_CPU_CAPABILITY"]);
        Assert.Equal("1", run.Environment.Pins["OMP_NUM_THREADS"]);
    }

    [Fact]
    public static async Task A_known_run_is_not_trained_again_and_no_worker_is_asked_for()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, SomeRuns.Plan("ae"));

        var bag = new DiagnosticBag();
        var again = await Runner.RunAsync(SomeRuns.Plan("ae"), SomeRuns.Closed(scratch), TwoJobs, bag, Cancel);

        Assert.Equal(0.5, again.ById["ae"].Record.Metrics["test.mse"]);
        Assert.Empty(bag.Sorted());
    }

    [Fact]
    public static async Task Fresh_trains_what_is_known()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, SomeRuns.Plan("ae"));
        var log = new StringWriter();
        var fresh = TwoJobs with { Fresh = true };
        await Runner.RunAsync(SomeRuns.Plan("ae"), SomeRuns.Doors(scratch, log), fresh, new DiagnosticBag(), Cancel);
        Assert.Contains("ae: done", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Published_evidence_serves_where_the_cache_is_gone()
    {
        using var scratch = new Scratch();
        var runs = await TrainAsync(scratch, SomeRuns.Plan("ae"));
        scratch.Publish(runs);
        var bag = new DiagnosticBag();
        var again = await Runner.RunAsync(SomeRuns.Plan("ae"), SomeRuns.Closed(scratch), TwoJobs, bag, Cancel);
        Assert.Equal(scratch["site/data/ae"], again.ById["ae"].Folder);
        Assert.Empty(bag.Sorted());
    }

    [Fact]
    public static async Task A_renamed_experiment_keeps_its_result_and_experiments_that_are_one_train_once()
    {
        using var scratch = new Scratch();
        var log = new StringWriter();
        var twins = new Recto.Planning.Plan([SomeRuns.Run("a", 1, 2), SomeRuns.Run("b", 1, 2)]);
        var runs = await Runner.RunAsync(twins, SomeRuns.Doors(scratch, log), TwoJobs, new DiagnosticBag(), Cancel);
        Assert.Equal(["a", "b"], runs.ById.Keys.Order());
        Assert.DoesNotContain("b: ", log.ToString(), StringComparison.Ordinal);

        var renamed = new Recto.Planning.Plan([SomeRuns.Run("c", 1, 2)]);
        var again = await Runner.RunAsync(renamed, SomeRuns.Closed(scratch), TwoJobs, new DiagnosticBag(), Cancel);
        Assert.Equal("c", again.ById["c"].Record.Run);
    }

    [Theory]
    [InlineData(
        "crashes",
        """
            content/1/zh.md(4,3): error run-failed: 'crashes' ended with exit code 3 and no result (what it left is in .cache/failed/crashes)
              last words
            """
    )]
    [InlineData(
        "killed",
        "content/1/zh.md(4,3): error run-failed: 'killed' was ended by signal 9 (what it left is in .cache/failed/killed)"
    )]
    [InlineData(
        "diverges",
        "content/1/zh.md(4,3): error run-failed: 'diverges' failed (loss-diverged): NaN in epoch 2 (what it left is in .cache/failed/diverges)"
    )]
    [InlineData(
        "cut_short",
        "content/1/zh.md(4,3): error run-failed: 'cut_short' left no whole result: curves.csv is not what run.json says it is (what it left is in .cache/failed/cut_short)"
    )]
    public static async Task One_failure_is_told_with_its_place_and_stays_one(string run, string expected)
    {
        using var scratch = new Scratch();
        var bag = new DiagnosticBag();
        var plan = SomeRuns.Plan(run, "other");
        var runs = await Runner.RunAsync(plan, SomeRuns.Doors(scratch), TwoJobs with { Jobs = 1 }, bag, Cancel);

        Assert.Equal(["other"], runs.ById.Keys);
        Assert.Equal([expected], bag.Sorted().Select(d => d.ToString()));
        Assert.Contains("worker.log", scratch.Files(".cache/failed/" + run));
    }

    [Fact]
    public static async Task Interrupted_ends_the_workers_and_leaves_nothing_half_written()
    {
        using var scratch = new Scratch();
        using var interrupt = new CancellationTokenSource();
        var bag = new DiagnosticBag();
        var training = Runner.RunAsync(
            SomeRuns.Plan("hangs", "ae"),
            SomeRuns.Doors(scratch),
            TwoJobs,
            bag,
            interrupt.Token
        );
        while (!scratch.Files(".cache/runs").Any(f => f.EndsWith("/half", StringComparison.Ordinal)))
        {
            await Task.Delay(20, Cancel);
        }

        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => training);
        Assert.DoesNotContain(scratch.Files(".cache/runs"), f => f.StartsWith('.'));
        Assert.Empty(bag.Sorted());
    }

    [Fact]
    public static async Task A_log_has_a_line_for_each_tenth_of_a_run()
    {
        using var scratch = new Scratch();
        var log = new StringWriter();
        var plan = new Recto.Planning.Plan([SomeRuns.Run("ae", 1, 40)]);
        await Runner.RunAsync(plan, SomeRuns.Doors(scratch, log), TwoJobs, new DiagnosticBag(), Cancel);

        string[] lines = log.ToString().Split('\n');
        Assert.Equal(
            [
                "  ae  missing; to train, 5 s (a rule of thumb)",
                "runs: 1 missing; to make: 1, in about 5 s with 2 workers side by side",
                "ae: starts",
                "ae: epoch 4/40, loss 0.25000, 0:00:36 left",
            ],
            lines[..4]
        );
        Assert.Equal(10, lines.Count(l => l.Contains("epoch", StringComparison.Ordinal)));
        Assert.Equal("ae: done", lines[^2]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<RunSet> TrainAsync(Scratch scratch, Recto.Planning.Plan plan) =>
        Runner.RunAsync(plan, SomeRuns.Doors(scratch), TwoJobs, new DiagnosticBag(), Cancel);
}
