namespace Recto.Content.Markdown;

/// <summary>The lines between <c>#region name</c> and its <c>#endregion</c>.</summary>
internal static class SourceRegions
{
    private const string Start = "#region ";
    private const string End = "#endregion";

    public static IReadOnlyList<string> Names(string text) =>
        [.. text.Split('\n').Select(l => l.Trim()).Where(IsStart).Select(l => l[Start.Length..].Trim())];

    /// <summary>Without their common indentation and the marks of inner regions; null if there is no such region.</summary>
    public static string? Cut(string text, string name)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, l => IsStart(l.Trim()) && l.Trim()[Start.Length..].Trim() == name) + 1;
        if (first == 0)
        {
            return null;
        }

        var depth = 1;
        var inside = lines.Skip(first).TakeWhile(l => (depth += Step(l)) > 0).Where(l => Step(l) == 0).ToList();
        return depth > 0 ? null : Dedented(inside);
    }

    private static bool IsStart(string line) => line.StartsWith(Start, StringComparison.Ordinal);

    private static int Step(string line) =>
        IsStart(line.TrimStart()) ? 1
        : line.TrimStart().StartsWith(End, StringComparison.Ordinal) ? -1
        : 0;

    private static string Dedented(List<string> lines)
    {
        var written = lines.Where(l => l.Trim().Length > 0).ToList();
        var indent = written.Count == 0 ? 0 : written.Min(l => l.Length - l.TrimStart().Length);
        var cut = lines.Select(l => l.Length >= indent ? l[indent..].TrimEnd() : "");
        return string.Join('\n', cut).Trim('\n') + "\n";
    }
}
