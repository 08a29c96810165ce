namespace Recto.Experiments.Contract;

/// <summary>What a finished run says of itself: <c>run.json</c>, written last in its folder.</summary>
public sealed record RunRecord
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public required string Run { get; init; }

    public required RunKeys Keys { get; init; }

    public required KeyInputs Inputs { get; init; }

    public required ExperimentSpec Spec { get; init; }

    /// <summary>Flat and sorted: <c>test.mse</c> → value. Units as <c>design.md</c> §4 has them.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    public required IReadOnlyList<LayerRecord> Layers { get; init; }

    /// <summary>Every other file of the folder but <c>environment.json</c>, sorted by path.</summary>
    public required IReadOnlyList<ArtifactRecord> Artifacts { get; init; }

    /// <summary>Of the same spec, data and code; absent where none was made.</summary>
    public RehearsalRecord? Rehearsal { get; init; }

    /// <summary>
    /// Keys under which this result stood before, the oldest first: since then the code changed, its rehearsal and
    /// the evaluation of its weights, if they were published, gave every bit again, and so it was adopted. Absent where
    /// that never happened.
    /// </summary>
    public IReadOnlyList<RunKeys>? Adopted { get; init; }
}

/// <summary>The two keys of a run, each SHA-256 in lower-case hex.</summary>
/// <param name="Train">Changes when the trained weights may.</param>
/// <param name="Evaluation">Changes when what is read off the weights may.</param>
public sealed record RunKeys(string Train, string Evaluation);

/// <summary>Everything the keys are made of besides the spec, kept so that a changed key can be explained.</summary>
public sealed record KeyInputs
{
    /// <summary>For instance <c>TorchSharp-cpu 0.107.0</c>.</summary>
    public required string Library { get; init; }

    /// <summary>Token digest of each source file that training depends on, by path below <c>src/Experiments</c>.</summary>
    public required IReadOnlyDictionary<string, string> TrainCode { get; init; }

    /// <summary>The same for the code that only evaluation depends on.</summary>
    public required IReadOnlyDictionary<string, string> EvaluationCode { get; init; }

    /// <summary>Train key of the run this one starts from; absent for none.</summary>
    public string? Parent { get; init; }

    /// <summary>Train key of the run whose codes are compared with this one's; absent for none.</summary>
    public string? Against { get; init; }
}

/// <param name="Name">For instance <c>encoder.1</c>.</param>
/// <param name="Kind"><c>input</c>, <c>dense</c>, <c>conv</c>, <c>pool</c>, <c>upsample</c>, <c>reshape</c> or <c>sample</c>.</param>
/// <param name="Role">Where it stands: <c>input</c>, <c>encoder</c>, <c>code</c>, <c>decoder</c>, <c>output</c> or <c>head</c>.</param>
/// <param name="Shape">Shape of its output without the batch axis.</param>
/// <param name="Activation">For instance <c>relu</c>; absent for none.</param>
/// <param name="Parameters">How many weights and biases it owns.</param>
public sealed record LayerRecord(
    string Name,
    string Kind,
    string Role,
    IReadOnlyList<int> Shape,
    string? Activation,
    long Parameters
);

/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record ArtifactRecord(string Path, long Bytes, string Sha256);

/// <summary><c>environment.json</c>: where and how fast; never part of a key or a digest.</summary>
public sealed record RunEnvironment
{
    public required string Cpu { get; init; }

    public required string Os { get; init; }

    public required string Runtime { get; init; }

    public required string TorchSharp { get; init; }

    /// <summary>The pins in force, for instance <c>ATEN_CPU_CAPABILITY=avx2</c>.</summary>
    public required IReadOnlyDictionary<string, string> Pins { get; init; }

    public required IReadOnlyList<string> InstructionSets { get; init; }

    public required int Threads { get; init; }

    /// <summary>Wall-clock seconds of the training loop, evaluation left out.</summary>
    public required double TrainSeconds { get; init; }

    public required double TotalSeconds { get; init; }

    public required long PeakBytes { get; init; }

    /// <summary>The most workers that ran at its side while it was trained; absent where that was not noted.</summary>
    public int? Beside { get; init; }

    /// <summary>
    /// Where metrics and probes were read off weights that had been trained before; everything else here is then of
    /// that training, its seconds too. Absent where both were one.
    /// </summary>
    public EvaluationEnvironment? Evaluated { get; init; }
}

/// <param name="Seconds">Wall clock, reading of data included.</param>
public sealed record EvaluationEnvironment(string Cpu, string Os, string Runtime, string TorchSharp, double Seconds);
