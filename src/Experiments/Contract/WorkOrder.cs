namespace Recto.Experiments.Contract;

/// <summary>What the generator sends to a worker's standard input, as one line of JSON.</summary>
public sealed record WorkOrder
{
    public required string Run { get; init; }

    /// <summary>Absent for training.</summary>
    public WorkKind Kind { get; init; }

    public required ExperimentSpec Spec { get; init; }

    public required RunKeys Keys { get; init; }

    public required KeyInputs Inputs { get; init; }

    /// <summary>Role (<c>train.images</c>, …) → absolute path of the file; empty for drawn data sets.</summary>
    public required IReadOnlyDictionary<string, DataFile> Files { get; init; }

    /// <summary>Absolute path of an empty folder that the worker fills; the generator renames it when done.</summary>
    public required string Output { get; init; }

    /// <summary>Absolute path of the finished run that <see cref="ExperimentSpec.After"/> names.</summary>
    public string? Parent { get; init; }

    /// <summary>Absolute path of the finished run that <see cref="ExperimentSpec.Against"/> names.</summary>
    public string? Against { get; init; }

    /// <summary>With <see cref="WorkKind.Evaluate"/>: absolute path of the finished run whose weights are read.</summary>
    public string? Trained { get; init; }

    /// <summary>With <see cref="WorkKind.Train"/>: rehearse as well, for <see cref="RunRecord.Rehearsal"/>.</summary>
    public bool? Rehearsed { get; init; }

    /// <summary>
    /// For a rehearsal: specs of the runs before this one, each started from the one before it, the last of them being
    /// the one that <see cref="ExperimentSpec.After"/> names. They are rehearsed first, so that no weights are needed.
    /// </summary>
    public IReadOnlyList<ExperimentSpec>? Ancestors { get; init; }
}

public enum WorkKind
{
    /// <summary>Weights, curves, metrics and probes.</summary>
    Train,

    /// <summary>Metrics and probes, from weights that were trained before.</summary>
    Evaluate,

    /// <summary>A <see cref="RehearsalRecord"/> alone.</summary>
    Rehearse,
}

/// <param name="Path">Absolute.</param>
/// <param name="Sha256">Of the uncompressed bytes.</param>
public sealed record DataFile(string Path, string Sha256);

/// <summary>One line of a worker's standard output.</summary>
public sealed record WorkProgress
{
    public required WorkEvent Event { get; init; }

    /// <summary>1-based; with <see cref="WorkEvent.Epoch"/> and <see cref="WorkEvent.Step"/>.</summary>
    public int? Epoch { get; init; }

    public int? Epochs { get; init; }

    /// <summary>Part of the epoch done, 0 to 1; with <see cref="WorkEvent.Step"/>.</summary>
    public double? Part { get; init; }

    /// <summary>Running mean of the epoch's loss; absent where it is not a finite number.</summary>
    public double? Loss { get; init; }

    /// <summary>Seconds since training began.</summary>
    public double? Seconds { get; init; }

    /// <summary>With <see cref="WorkEvent.Failed"/>: a code and a sentence.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }
}

public enum WorkEvent
{
    Started,
    Step,
    Epoch,
    Evaluating,
    Done,
    Failed,
}
