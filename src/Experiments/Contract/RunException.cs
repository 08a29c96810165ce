namespace Recto.Experiments.Contract;

/// <summary>A run that cannot go on for a reason its author can understand: told as <see cref="WorkEvent.Failed"/>.</summary>
/// <param name="code">Stable, <c>noun-adjective</c>: <c>data-missing</c>, <c>data-damaged</c>, <c>spec-unsupported</c>,
/// <c>loss-diverged</c>, <c>metric-undefined</c>, <c>model-missing</c>, <c>model-unfit</c>, <c>parent-missing</c>, <c>parent-mismatched</c>, <c>codes-incomparable</c>.</param>
/// <param name="message">What is wrong and what was expected.</param>
public sealed class RunException(string code, string message) : Exception(message)
{
    /// <summary>Told apart from other failures: no other run can be kept either.</summary>
    public const string DiskFull = "disk-full";

    public string Code { get; } = code;
}
