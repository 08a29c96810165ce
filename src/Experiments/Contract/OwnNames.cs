using System.Text.RegularExpressions;

namespace Recto.Experiments.Contract;

/// <summary>Names of C# that a report brings along, as its chapters write them.</summary>
public static partial class OwnNames
{
    /// <summary><c>MeanEdge</c> and <c>meanEdge</c> are <c>mean_edge</c>.</summary>
    public static string Written(string name) => Word().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Word();
}
