using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary><c>recto adopt</c>: code may be rewritten, results may not.</summary>
public static class AdoptionTests
{
    private static readonly RunOptions Options = new(Fresh: false, Jobs: 2) { Rehearsed = true };

    private static Plan Family(int epochs = 2) =>
        new([
            SomeRuns.Run("parent", 1, epochs),
            SomeRuns.Run("other", 3, 2),
            SomeRuns.Run("child", 2, 2).With(after: "parent", against: "other"),
        ]);

    [Fact]
    public static async Task Where_every_bit_agrees_results_are_kept_under_their_new_keys_down_to_the_children()
    {
        using var scratch = new Scratch();
        var before = await TrainAsync(scratch, Family(), Options);
        Assert.Equal(
            [
                "parent: adopted: rehearsal and evaluation gave every bit again",
                "other: adopted: rehearsal and evaluation gave every bit again",
                "child: adopted: rehearsal and evaluation gave every bit again",
            ],
            await AdoptAsync(scratch, Family(), Code("rewritten"))
        );

        var closed = SomeRuns.Closed(scratch) with { Store = new RunStore(scratch.Workspace, Code("rewritten")) };
        var after = await Runner.RunAsync(Family(), closed, Options, new DiagnosticBag(), Cancel);
        foreach (var (id, run) in after.ById)
        {
            Assert.Equal([before.ById[id].Record.Keys], run.Record.Adopted);
            Assert.Equal(before.ById[id].Record.Metrics, run.Record.Metrics);
            Assert.Equal(before.ById[id].Environment.TrainSeconds, run.Environment.TrainSeconds);
            Assert.Null(run.Environment.Evaluated);
        }

        Assert.Equal(after.ById["parent"].Record.Keys.Train, after.ById["child"].Record.Inputs.Parent);
        Assert.All(
            await AdoptAsync(scratch, Family(), Code("rewritten")),
            line => Assert.EndsWith(": fresh, nothing to adopt", line, StringComparison.Ordinal)
        );
        Assert.All(
            await AdoptAsync(scratch, Family(), Code("rewritten again")),
            line => Assert.EndsWith("gave every bit again", line, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("other weights", "1", "parent: stale, not adopted: its weights differ after 2 epochs on 3200 images")]
    [InlineData("1", "other metrics", "parent: stale, not adopted: test.mse 0.5 → 0.75")]
    public static async Task Where_a_bit_differs_the_run_stays_stale_and_it_is_said_where(
        string train,
        string evaluation,
        string expected
    )
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, Family(), Options);
        var told = await AdoptAsync(scratch, Family(), Code(train, evaluation));
        Assert.Equal(expected, told[0]);
        Assert.Equal("child: not adopted: it needs the run 'parent', which is not fresh", told[2]);

        var states = new RunStore(scratch.Workspace, Code(train, evaluation)).Find(Family(), new DiagnosticBag());
        Assert.All(states, s => Assert.Null(s.Result));
    }

    [Fact]
    public static async Task Results_that_were_never_rehearsed_are_rehearsed_while_their_code_is_here()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, Family(), Options with { Rehearsed = false });
        Assert.Equal(
            "parent: not adopted: no rehearsal was recorded before the code changed",
            (await AdoptAsync(scratch, Family(), Code("rewritten")))[0]
        );
        Assert.Equal(
            [
                "parent: fresh; its rehearsal is recorded",
                "other: fresh; its rehearsal is recorded",
                "child: fresh; its rehearsal is recorded",
            ],
            await AdoptAsync(scratch, Family(), SomeRuns.Code)
        );
        Assert.StartsWith(
            "parent: adopted: ",
            (await AdoptAsync(scratch, Family(), Code("rewritten")))[0],
            StringComparison.Ordinal
        );
    }

    /// <summary>A clone has no weights of further seeds, and none of the runs that those start from.</summary>
    [Theory]
    [InlineData("1", "adopted: its rehearsal, evaluated as well, gave every bit again")]
    [InlineData("other metrics", "stale, not adopted: its metrics differ after 2 epochs on 3200 images")]
    public static async Task Of_further_seeds_that_were_published_without_weights_the_rehearsal_decides(
        string evaluation,
        string expected
    )
    {
        var seeds = new Plan([
            SomeRuns.Run("ae.2", 2, 2),
            SomeRuns.Run("child.2", 2, 3).With(after: "ae.2"),
            SomeRuns.Run("other.2", 3, 3).With(against: "ae.2"),
        ]);
        using var scratch = new Scratch();
        scratch.Publish(await TrainAsync(scratch, seeds, Options));
        var child =
            evaluation == "1"
                ? $"child.2: {expected}"
                : "child.2: not adopted: it needs the run 'ae.2', which is not fresh";
        var told = await AdoptAsync(scratch, seeds, Code("rewritten", evaluation));
        Assert.Equal([$"ae.2: {expected}", child], told.Take(2));
        Assert.Contains(": not adopted: it ", told[2], StringComparison.Ordinal);
        if (evaluation == "1")
        {
            Assert.EndsWith(
                "was published without the weights whose codes are compared",
                told[2],
                StringComparison.Ordinal
            );
            var found = new RunStore(scratch.Workspace, Code("rewritten")).Find(seeds, new DiagnosticBag());
            Assert.Equal(["ae.2", "child.2"], found.Where(s => s.Result is { IsWhole: false }).Select(s => s.Id));
        }
    }

    [Fact]
    public static async Task What_is_stale_by_more_than_code_is_not_adopted()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, Family(), Options);
        var told = await AdoptAsync(scratch, Family(epochs: 3), Code("rewritten"));
        Assert.Equal("parent: not adopted, it is stale by more than code: epochs 2 → 3", told[0]);
        Assert.StartsWith("other: adopted: ", told[1], StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static KeyInputs Code(string train, string evaluation = "1") =>
        SomeRuns.Code with
        {
            TrainCode = new Dictionary<string, string> { ["Models/A.cs"] = train },
            EvaluationCode = new Dictionary<string, string> { ["Artifacts/B.cs"] = evaluation },
        };

    private static async Task<RunSet> TrainAsync(Scratch scratch, Plan plan, RunOptions options)
    {
        var bag = new DiagnosticBag();
        var runs = await Runner.RunAsync(plan, SomeRuns.Doors(scratch), options, bag, Cancel);
        Assert.Empty(bag.Sorted());
        return runs;
    }

    private static async Task<IReadOnlyList<string>> AdoptAsync(Scratch scratch, Plan plan, KeyInputs code)
    {
        var bag = new DiagnosticBag();
        var doors = SomeRuns.Doors(scratch) with { Store = new RunStore(scratch.Workspace, code) };
        var adopted = await Adoption.RunAsync(plan, doors, Options, bag, Cancel);
        Assert.Empty(bag.Sorted());
        Assert.Empty(Directory.GetDirectories(scratch[".cache"], "adopt*"));
        return [.. adopted.Select(a => $"{a.Id}: {a.Sentence}")];
    }
}
