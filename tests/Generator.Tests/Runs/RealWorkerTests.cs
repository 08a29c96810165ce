using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>The whole way to libtorch and back, compiled by the door itself where that is due.</summary>
public static class RealWorkerTests
{
    [Fact]
    public static async Task A_tiny_run_and_its_child_are_trained_kept_and_found_again()
    {
        using var scratch = new Scratch();
        var doors = RunDoors.Of(WorkspaceOf(scratch), new RunDisplay(TextWriter.Null, isTerminal: false));
        var bag = new DiagnosticBag();
        var options = new RunOptions(Fresh: false, Jobs: 2);
        var cancel = TestContext.Current.CancellationToken;
        var runs = await Runner.RunAsync(Tiny, doors, options, bag, cancel);

        Assert.Empty(bag.Sorted());
        var run = runs.ById["tiny"];
        Assert.Equal(MetricCatalog.Of(run.Record.Spec), run.Record.Metrics.Keys);
        Assert.Equal(MetricCatalog.Curves(run.Record.Spec), run.Curves.Keys);
        Assert.All(run.Curves.Values, curve => Assert.Single(curve));
        Assert.Equal(Worker.Pins.OrderBy(p => p.Key), run.Environment.Pins.OrderBy(p => p.Key));

        var closed = doors with { Worker = (_, _) => throw new InvalidOperationException("a worker was asked for") };
        var again = await Runner.RunAsync(Tiny, closed, options, bag, cancel);
        Assert.Equal(run.Folder, again.ById["tiny"].Folder);
        Assert.Equal(run.Record.Keys.Train, again.ById["child"].Record.Inputs.Parent);
        Assert.Contains("test.accuracy", again.ById["child"].Record.Metrics.Keys);
    }

    private static Workspace WorkspaceOf(Scratch scratch) => new(Repository.Root, scratch.Path, scratch["site"]);

    private static Plan Tiny
    {
        get
        {
            var spec = new ExperimentSpec
            {
                Model = new ModelSpec
                {
                    Kind = ModelKind.Dense,
                    Layers = [784, 2],
                    Activation = Activation.Tanh,
                    Code = Activation.Tanh,
                    Output = Activation.Tanh,
                    Init = Initializer.GlorotUniform,
                },
                Data = new DataSpec("strokes", DataKind.Strokes, StrokesData.Digest),
                Target = Target.Clean,
                Loss = Loss.Mse,
                Optimizer = new OptimizerSpec
                {
                    Kind = OptimizerKind.Adam,
                    Rate = 0.001,
                    Beta1 = 0.9,
                    Beta2 = 0.999,
                    Epsilon = 1e-7,
                },
                Epochs = 1,
                Batch = 64,
                Seed = 1,
                Probes = ["codes"],
            };
            var head = new HeadSpec(HeadInput.Code, 10);
            var child = spec with { After = "tiny", Head = head, Target = Target.Labels };
            return new Plan([Run("tiny", spec), Run("child", child)]);
        }
    }

    private static PlannedRun Run(string id, ExperimentSpec spec) =>
        new(id, spec, SomeRuns.Strokes, new Experiment(id, spec, "", new Place("content/1/zh.md", 4, 3)));
}
