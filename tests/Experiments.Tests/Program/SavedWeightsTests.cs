using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Program;

/// <summary>Orders that train nothing, or only a little.</summary>
public sealed class SavedWeightsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recto-saved-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sdae_greedy")]
    [InlineData("vae_bce")]
    public void Evaluated_again_they_give_every_bit_again_and_the_time_of_their_training_stays(string name)
    {
        var spec = Rehearsal.Of(SourceSpecs.All[name], 1) with { Data = Specs.Strokes.Data };
        spec = spec with { Probes = MetricCatalog.Probes(spec.Model) };
        var trained = Do(WorkerProcess.Order(spec, Path.Combine(folder, "trained")) with { Rehearsed = true });
        var again = Do(
            WorkerProcess.Order(spec, Path.Combine(folder, "again")) with
            {
                Kind = WorkKind.Evaluate,
                Trained = trained,
            }
        );
        Assert.Equal(Text(trained, "run.json"), Text(again, "run.json"));
        Assert.Equal(Names(trained), Names(again));
        var (before, after) = (Environment(trained), Environment(again));
        Assert.Equal((before.TrainSeconds, before.TotalSeconds), (after.TrainSeconds, after.TotalSeconds));
        Assert.Null(before.Evaluated);
        Assert.InRange(after.Evaluated!.Seconds, 0.001, 600);
    }

    [Fact]
    public void A_rehearsal_is_the_same_alone_as_after_the_training_and_differs_with_the_seed()
    {
        var trained = Do(WorkerProcess.Order(Specs.Strokes, Path.Combine(folder, "trained")) with { Rehearsed = true });
        var record = ContractJson.Read<RunRecord>(Text(trained, "run.json")).Rehearsal;
        // 6,000 images in batches of 64 leave 48 for the last.
        Assert.Equal((3248, 2), (record!.Images, record.Epochs));
        Assert.Equal(record, Rehearse(Specs.Strokes));
        Assert.NotEqual(record, Rehearse(Specs.Strokes with { Seed = 2 }));
    }

    [Fact]
    public void A_rehearsal_needs_no_weights_of_the_run_it_starts_from_but_depends_on_how_that_was_trained()
    {
        var parent = Specs.Strokes with { Seed = 2 };
        var child = Specs.Strokes with { After = "parent" };
        var rehearsed = Rehearse(child, parent);
        Assert.NotEqual(rehearsed, Rehearse(child, parent with { Seed = 3 }));
        Assert.NotEqual(rehearsed, Rehearse(child with { After = null }));

        var trained = Do(WorkerProcess.Order(parent, Path.Combine(folder, "parent")));
        var order = WorkerProcess.Order(child, Path.Combine(folder, "child"));
        var after = Do(order with { Parent = trained, Ancestors = [parent], Rehearsed = true });
        Assert.Equal(rehearsed, ContractJson.Read<RunRecord>(Text(after, "run.json")).Rehearsal);
    }

    [Fact]
    public void A_rehearsal_reads_the_metrics_of_the_reports_own_as_well()
    {
        var order = WorkerProcess.Order(Specs.Strokes with { Metrics = ["missing"] }, Path.Combine(folder, "own"));
        var (exitCode, progress) = WorkerProcess.Run(order with { Kind = WorkKind.Rehearse });
        Assert.NotEqual(0, exitCode);
        Assert.Equal("metric-missing", progress[^1].Code);
    }

    private RehearsalRecord Rehearse(ExperimentSpec spec, params ExperimentSpec[] ancestors)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        Do(WorkerProcess.Order(spec, output) with { Kind = WorkKind.Rehearse, Ancestors = ancestors });
        Assert.Equal([RehearsalRecord.File], Names(output));
        return ContractJson.Read<RehearsalRecord>(Text(output, RehearsalRecord.File));
    }

    private static string Do(WorkOrder order)
    {
        var (exitCode, progress) = WorkerProcess.Run(order);
        Assert.True(exitCode == 0, progress[^1].Message);
        return order.Output;
    }

    private static RunEnvironment Environment(string run) =>
        ContractJson.Read<RunEnvironment>(Text(run, "environment.json"));

    private static string Text(string run, string name) => File.ReadAllText(Path.Combine(run, name));

    private static IEnumerable<string?> Names(string run) =>
        Directory.GetFiles(run).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
