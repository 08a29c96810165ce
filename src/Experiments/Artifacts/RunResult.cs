using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments.Artifacts;

/// <summary>All that a finished run is judged by.</summary>
public sealed record RunResult
{
    public required Model Model { get; init; }

    public required Dataset Data { get; init; }

    /// <summary>An entry an epoch; empty where nothing was trained.</summary>
    public required IReadOnlyList<EpochRecord> Curve { get; init; }

    public required Evaluation Train { get; init; }

    public required Evaluation Test { get; init; }

    /// <summary>Codes of the test set by another run, [images × code size]; absent where none is to be compared.</summary>
    public float[]? Against { get; init; }

    /// <summary>The plane in which codes of more than two numbers are shown, from those of the test set.</summary>
    public PrincipalComponents? Plane { get; init; }
}
