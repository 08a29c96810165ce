namespace Recto.Experiments.Contract;

/// <summary>The same run in few epochs, every stage and schedule step still in it.</summary>
public static class Rehearsal
{
    /// <param name="epochs">At most so many; a schedule's steps then follow each other epoch by epoch.</param>
    public static ExperimentSpec Of(ExperimentSpec spec, int epochs) =>
        spec with
        {
            Epochs = Math.Min(spec.Epochs, epochs),
            Optimizer = spec.Epochs <= epochs ? spec.Optimizer : Hurried(spec.Optimizer),
            Greedy = spec.Greedy is { } greedy ? greedy with { Epochs = Math.Min(greedy.Epochs, epochs) } : null,
        };

    private static OptimizerSpec? Hurried(OptimizerSpec? optimizer) =>
        optimizer?.Schedule is { } schedule
            ? optimizer with
            {
                Schedule = [.. schedule.Select((step, i) => step with { Epoch = i + 2 })],
            }
            : optimizer;
}
