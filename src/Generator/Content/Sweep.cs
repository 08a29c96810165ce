using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>Runs that differ in the values of a few keys and in nothing else: made by <c>foreach</c>, named as one.</summary>
/// <param name="Id">What the author called it: <c>width</c>.</param>
/// <param name="Keys">What is varied, in the order written.</param>
/// <param name="Members">The last key's values change fastest.</param>
public sealed record Sweep(string Id, IReadOnlyList<string> Keys, IReadOnlyList<SweepMember> Members, Place Place);

/// <param name="Run">The id of the experiment: <c>width_16</c>.</param>
/// <param name="Values">One a key, as they were typed.</param>
public sealed record SweepMember(string Run, IReadOnlyList<string> Values);
