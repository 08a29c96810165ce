namespace Recto.Experiments.Contract;

/// <summary>Something in a spec that cannot be trained.</summary>
/// <param name="Code">Stable, <c>noun-adjective</c>.</param>
/// <param name="Path">The member that is wrong, in the names of the JSON: <c>model.encoder[2].channels</c>.</param>
/// <param name="Message">What is wrong and what was expected, a sentence.</param>
public sealed record SpecProblem(string Code, string Path, string Message);
