using System.Text.RegularExpressions;

namespace Recto.Content;

/// <summary>Metrics that a report brings along: <c>src/Metrics/MeanEdge.cs</c> is <c>mean_edge</c>.</summary>
public static partial class OwnMetrics
{
    public const string Folder = "src/Metrics";

    public static IReadOnlyList<string> In(ContentFiles files) =>
        [.. files.Names(Folder).Where(f => Path.GetExtension(f) == ".cs").Select(NameOf)];

    /// <param name="file">With its extension.</param>
    public static string NameOf(string file) =>
        Word().Replace(Path.GetFileNameWithoutExtension(file), "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Word();
}
