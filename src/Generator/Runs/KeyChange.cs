namespace Recto.Runs;

/// <summary>A part of a run's keys that is not what it was.</summary>
/// <param name="Part">A member of the spec (<c>optimizer.rate</c>), a source file, <c>library</c>, <c>data</c>, <c>parent run sdae</c>.</param>
/// <param name="Old">Null where there was none, or where only a digest could be shown.</param>
/// <param name="New">The same of what is wanted.</param>
/// <param name="IsEvaluation">Weights do not depend on it.</param>
public sealed record KeyChange(KeyPart Kind, string Part, string? Old, string? New, bool IsEvaluation = false)
{
    public override string ToString() =>
        (Old, New) switch
        {
            (null, null) => Part,
            _ => $"{Part} {Old ?? "none"} → {New ?? "none"}",
        };
}

public enum KeyPart
{
    Configuration,
    Data,
    Code,
    Library,

    /// <summary>Another run that this one starts from or is compared with.</summary>
    Run,
}
