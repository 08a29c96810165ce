using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>Nothing is trained whose weights are known.</summary>
public static class ReuseTests
{
    [Fact]
    public static async Task A_new_probe_is_read_off_the_saved_weights_and_the_time_of_training_is_kept()
    {
        using var scratch = new Scratch();
        var trained = (await MakeAsync(scratch, Plan(2))).Run;
        var (run, log) = await MakeAsync(scratch, Plan(2, "codes"));

        Assert.DoesNotContain("ae: starts", log, StringComparison.Ordinal);
        Assert.Contains("ae: is evaluated", log, StringComparison.Ordinal);
        Assert.Equal(["codes"], run.Record.Spec.Probes);
        Assert.Equal(trained.Record.Keys.Train, run.Record.Keys.Train);
        Assert.NotEqual(trained.Record.Keys.Evaluation, run.Record.Keys.Evaluation);
        Assert.Equal(
            trained.Environment,
            run.Environment with
            {
                Evaluated = null,
                Pins = trained.Environment.Pins,
                InstructionSets = trained.Environment.InstructionSets,
            }
        );
        Assert.NotNull(run.Environment.Evaluated);
    }

    [Fact]
    public static async Task So_it_is_from_published_evidence_where_the_cache_is_gone()
    {
        using var scratch = new Scratch();
        var runs = new RunSet(new Dictionary<string, Run> { ["ae"] = (await MakeAsync(scratch, Plan(2))).Run });
        scratch.Publish(runs);
        Assert.DoesNotContain("ae: starts", (await MakeAsync(scratch, Plan(2, "codes"))).Log, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Changed_code_of_evaluation_needs_no_training_and_of_training_it_does()
    {
        using var scratch = new Scratch();
        await MakeAsync(scratch, Plan(2));
        var evaluation = SomeRuns.Code with { EvaluationCode = new Dictionary<string, string> { ["A.cs"] = "1" } };
        Assert.DoesNotContain("starts", (await MakeAsync(scratch, Plan(2), evaluation)).Log, StringComparison.Ordinal);
        var training = SomeRuns.Code with { TrainCode = new Dictionary<string, string> { ["A.cs"] = "1" } };
        Assert.Contains("ae: starts", (await MakeAsync(scratch, Plan(2), training)).Log, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_configuration_that_is_taken_back_finds_its_earlier_result()
    {
        using var scratch = new Scratch();
        await MakeAsync(scratch, Plan(2));
        await MakeAsync(scratch, Plan(3));
        await MakeAsync(scratch, Plan(2, "codes"));

        var bag = new DiagnosticBag();
        var options = new RunOptions(Fresh: false, Jobs: 1);
        var cancel = TestContext.Current.CancellationToken;
        foreach (var plan in new[] { Plan(2), Plan(3), Plan(2, "codes") })
        {
            var runs = await Runner.RunAsync(plan, SomeRuns.Closed(scratch), options, bag, cancel);
            Assert.Equal(plan.Runs[0].Spec.Epochs, runs.ById["ae"].Curves["loss"].Count);
        }

        Assert.Empty(bag.Sorted());
    }

    [Fact]
    public static async Task So_it_does_in_a_clone_that_has_the_published_evidence_alone()
    {
        using var scratch = new Scratch();
        var runs = new RunSet(new Dictionary<string, Run> { ["ae"] = (await MakeAsync(scratch, Plan(2))).Run });
        scratch.Publish(runs);
        await MakeAsync(scratch, Plan(3));
        Directory.Delete(scratch["site"], recursive: true); // as the next edition replaces it
        Assert.DoesNotContain("starts", (await MakeAsync(scratch, Plan(2))).Log, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_run_says_how_many_were_made_beside_it()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, (await MakeAsync(scratch, Plan(2))).Run.Environment.Beside);
    }

    private static Plan Plan(int epochs, params string[] probes)
    {
        var run = SomeRuns.Run("ae", 1, epochs);
        return new([run with { Spec = run.Spec with { Probes = probes } }]);
    }

    private static async Task<(Run Run, string Log)> MakeAsync(Scratch scratch, Plan plan, KeyInputs? code = null)
    {
        await using var log = new StringWriter();
        var bag = new DiagnosticBag();
        var doors = SomeRuns.Doors(scratch, log) with
        {
            Store = new RunStore(scratch.Workspace, code ?? SomeRuns.Code),
        };
        var options = new RunOptions(Fresh: false, Jobs: 1);
        var runs = await Runner.RunAsync(plan, doors, options, bag, TestContext.Current.CancellationToken);
        Assert.Empty(bag.Sorted());
        return (runs.ById["ae"], log.ToString());
    }
}
