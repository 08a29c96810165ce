using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;

namespace Recto.Tests.Runs;

/// <summary>Plans, and the doors that a test opens in place of the real ones.</summary>
internal static class SomeRuns
{
    public static DataSet Strokes { get; } =
        new("strokes", DataKind.Strokes, "0", [], [], Place.Top("content/report.yml"));

    public static KeyInputs Code { get; } =
        new()
        {
            Library = "none 1",
            TrainCode = new Dictionary<string, string> { ["Models/A.cs"] = "1" },
            EvaluationCode = new Dictionary<string, string>(),
        };

    /// <summary>Runs of two epochs, told apart by their seeds.</summary>
    public static Plan Plan(params string[] ids) => new([.. ids.Index().Select(i => Run(i.Item, i.Index, 2))]);

    public static PlannedRun Run(string id, long seed, int epochs)
    {
        var spec = new ExperimentSpec
        {
            Model = new ModelSpec { Kind = ModelKind.Dense, Layers = [784, 2] },
            Data = new DataSpec("strokes", DataKind.Strokes, "0"),
            Target = Target.Clean,
            Loss = Loss.Mse,
            Optimizer = new OptimizerSpec { Kind = OptimizerKind.Adam, Rate = 0.001 },
            Epochs = epochs,
            Batch = 64,
            Seed = seed,
        };
        return new PlannedRun(id, spec, Strokes, new Experiment(id, spec, "", new Place("content/1/zh.md", 4, 3)));
    }

    /// <summary>The run, started from another or compared with it.</summary>
    public static PlannedRun With(this PlannedRun run, string? after = null, string? against = null)
    {
        var spec = run.Spec with { After = after, Against = against };
        return run with { Spec = spec, Experiment = run.Experiment with { Spec = spec } };
    }

    /// <summary>Writes the evidence of the runs below <c>site/</c>, and leaves nothing but that of them.</summary>
    public static void Publish(this Scratch scratch, RunSet runs)
    {
        foreach (var (path, bytes) in Evidence.Of(runs).Files)
        {
            scratch.Write("site/" + path, bytes);
        }

        Directory.Delete(scratch[".cache"], recursive: true);
    }

    public static RunDoors Doors(Scratch scratch, TextWriter? log = null) =>
        new(
            new RunStore(scratch.Workspace, Code),
            new DataSets(new DataPlaces([], scratch["downloads"]), null!),
            (_, _) => Task.FromResult(new Worker(["dotnet", Scratch.StandIns, "worker"])),
            new RunDisplay(log ?? TextWriter.Null, isTerminal: false)
        );

    /// <summary>Doors that fail the test if anything trains.</summary>
    public static RunDoors Closed(Scratch scratch) =>
        Doors(scratch) with
        {
            Worker = (_, _) => throw new InvalidOperationException("a worker was asked for"),
        };
}
