using System.Text.RegularExpressions;

namespace Recto.Tests.Source;

/// <summary>The headings of the source document, and the kinds of things below each.</summary>
internal static partial class SourceDocument
{
    public static string File { get; } = Path.Combine(Repository.Root, "..", "shared", "source", "report.zh.md");

    public static IReadOnlyList<(int Level, string Heading, IReadOnlyList<string> Kinds)> Sections(string text)
    {
        var sections = new List<(int, string, IReadOnlyList<string>)>();
        List<string>? kinds = null;
        var (isCode, before) = (false, "");
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                Add(isCode ? "listing" : null);
                before = "";
            }
            else if (!isCode && Heading(line) is var (level, words))
            {
                kinds = [];
                sections.Add((level, words, kinds));
                before = "";
            }
            else if (!isCode && line.Length > 0)
            {
                var kind = Kind(line);
                Add(kind == before && kind is "list" or "table" ? null : kind);
                before = kind ?? (line[0] == ' ' ? before : "");
            }
        }

        return sections;

        void Add(string? kind)
        {
            if (kind is not null)
            {
                kinds?.Add(kind);
            }
        }
    }

    private static (int Level, string Words)? Heading(string line) =>
        Hashes().Match(line) is { Success: true } hashes ? (hashes.Groups[1].Length, hashes.Groups[2].Value.Trim())
        : Bold().Match(line) is { Success: true } bold ? (5, bold.Groups[1].Value)
        : null;

    /// <summary>Of what a line begins; inline formulas, which are images as well, stand in running text.</summary>
    private static string? Kind(string line) =>
        line.StartsWith("![", StringComparison.Ordinal) ? "figure"
        : line.StartsWith("<p align=\"center\"><img src=\"https://latex", StringComparison.Ordinal) ? "formula"
        : line.StartsWith('|') ? "table"
        : Item().IsMatch(line) ? "list"
        : null;

    [GeneratedRegex("^(#{1,4}) (.+)$")]
    private static partial Regex Hashes();

    /// <summary>A line of its own; with a colon it is a label, not a heading.</summary>
    [GeneratedRegex(@"^\*\*([^*:]+)\*\*$")]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\s*(-|\d+\.) ")]
    private static partial Regex Item();
}
