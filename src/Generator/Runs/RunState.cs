using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>A planned run under its keys, and what is known of it.</summary>
public sealed record RunState(PlannedRun Planned, KeyInputs Inputs, RunKeys Keys)
{
    public string Id => Planned.Id;

    /// <summary>Its result; null where it must be made.</summary>
    public Run? Result { get; init; }

    /// <summary>Where there is no result: one with the same train key, whose weights need only be evaluated.</summary>
    public Run? Trained { get; init; }

    /// <summary>Where there is no result: the last one of that name, of another configuration or other code.</summary>
    public Run? Last { get; init; }

    /// <summary>Its result is published without the weights from which this run, which is made, must start.</summary>
    public string? NeededBy { get; init; }

    public RunWork Work =>
        Result is not null ? RunWork.None
        : Trained is not null ? RunWork.Evaluate
        : RunWork.Train;
}

/// <summary>What must be done for a run's result.</summary>
public enum RunWork
{
    None,

    /// <summary>Read what is asked for off saved weights.</summary>
    Evaluate,
    Train,
}
