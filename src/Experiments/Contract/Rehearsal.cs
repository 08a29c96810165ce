namespace Recto.Experiments.Contract;

/// <summary>The same run in few epochs, every stage and schedule step still in it.</summary>
public static class Rehearsal
{
    /// <summary>Across two epoch ends, with the state that an optimiser or a batch order carries over them.</summary>
    private const int Least = 3;

    private const int FirstImages = 3200;

    /// <param name="epochs">At most so many; a schedule's steps then follow each other epoch by epoch.</param>
    public static ExperimentSpec Of(ExperimentSpec spec, int epochs) =>
        spec with
        {
            Epochs = Math.Min(spec.Epochs, epochs),
            Optimizer = spec.Epochs <= epochs ? spec.Optimizer : Hurried(spec.Optimizer),
            Greedy = spec.Greedy is { } greedy ? greedy with { Epochs = Math.Min(greedy.Epochs, epochs) } : null,
        };

    /// <summary>In as few epochs as have everything in them.</summary>
    public static ExperimentSpec Of(ExperimentSpec spec) =>
        Of(spec, Math.Max(Least, (spec.Optimizer?.Schedule?.Count ?? 0) + 1));

    /// <summary>How many training images it takes: the last batch of an epoch is as small as that of the whole run.</summary>
    public static int Images(int all, int batch) => Math.Min(all, FirstImages + (batch > 0 ? all % batch : 0));

    private static OptimizerSpec? Hurried(OptimizerSpec? optimizer) =>
        optimizer?.Schedule is { } schedule
            ? optimizer with
            {
                Schedule = [.. schedule.Select((step, i) => step with { Epoch = i + 2 })],
            }
            : optimizer;
}

/// <summary>What a rehearsal came to: code that gives the same is taken to give the same run.</summary>
/// <param name="Images">Training images, the first of the set.</param>
/// <param name="Epochs">After any greedy stage.</param>
/// <param name="Weights">SHA-256 of the weights file.</param>
/// <param name="Curves">SHA-256 of the curves, those of a greedy stage included.</param>
/// <param name="Metrics">SHA-256 of the metrics of those weights, but for a comparison with another run's codes.</param>
public sealed record RehearsalRecord(int Images, int Epochs, string Weights, string Curves, string? Metrics = null)
{
    /// <summary>The file that a worker leaves when it was asked for nothing else.</summary>
    public const string File = "rehearsal.json";
}
