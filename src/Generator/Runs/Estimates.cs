using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>How long a run is expected to take.</summary>
/// <param name="Seconds">Of one worker.</param>
/// <param name="Basis">What that rests on, in words.</param>
public sealed record Estimate(double Seconds, string Basis);

/// <summary>Expects durations from those that are known, from <c>environment.json</c>.</summary>
public sealed class Estimates(IEnumerable<Run> known)
{
    /// <summary>A worker's start, reading of data and evaluation, where none is known.</summary>
    private const double Overhead = 3;

    /// <summary>Seconds a multiplication, measured on one core of 2025 with dense networks.</summary>
    private const double RuleOfThumb = 1e-10;

    private readonly IReadOnlyList<Run> known = [.. known];

    public Estimate Of(RunState state) =>
        state.Work is RunWork.None ? new(0, "known")
        : state is { Work: RunWork.Evaluate, Trained: { } trained } ? new(Evaluation(trained), "evaluation alone")
        : OfTraining(state);

    /// <summary>Of the whole, whatever is known of it.</summary>
    public Estimate OfTraining(RunState state) =>
        Training(state.Planned.Spec, known.FirstOrDefault(r => r.Id == state.Id));

    private Estimate Training(ExperimentSpec spec, Run? last)
    {
        if (last is not null && IsAlike(last, spec))
        {
            var ratio = Effort.Of(spec) / Effort.Of(last.Record.Spec);
            return new(Scaled(last, spec), ratio is 1 ? "as last time" : "its last time, scaled by effort");
        }

        var alike = known.Where(r => IsAlike(r, spec)).Select(r => Scaled(r, spec)).Order().ToList();
        return alike.Count > 0
            ? new(alike[alike.Count / 2], $"{alike.Count} runs of that kind, scaled by effort")
            : new(Overhead + RuleOfThumb * Effort.Of(spec), "a rule of thumb");
    }

    private static bool IsAlike(Run run, ExperimentSpec spec) =>
        run.Record.Spec.Model.Kind == spec.Model.Kind
        && run.Record.Spec.Model.Class == spec.Model.Class
        && run.Record.Spec.Data.Kind == spec.Data.Kind;

    private static double Scaled(Run run, ExperimentSpec spec) =>
        run.Environment.TrainSeconds * Effort.Of(spec) / Effort.Of(run.Record.Spec) + Evaluation(run);

    private static double Evaluation(Run run) => run.Environment.TotalSeconds - run.Environment.TrainSeconds;
}
