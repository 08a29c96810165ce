using System.Text.Json.Nodes;
using Recto.Tests.Guide;
using Recto.Tests.Runs;

namespace Recto.Tests.Pipeline;

/// <summary>A report of one chapter, to which tests add classes of its own; built by the real program.</summary>
internal sealed class OwnReport : IDisposable
{
    public const string Chapter = "content/one/en.md";

    private readonly Scratch scratch = new();

    public OwnReport() =>
        Write(
            "content/report.yml",
            """
            title: Light
            description: Of one run.
            authors: [Nobody]
            url: https://example.org/
            languages: [en]
            parts: [{ chapter: one }]
            data: { strokes: { kind: strokes } }
            """
        );

    /// <summary>A file as the guide shows it.</summary>
    public static string Example(string file) =>
        GuideBook.Snippets("extending", "en").Single(s => s.Label == file).Text;

    public void Write(string path, string text) => scratch.Write(path, text);

    public Task<string> ReadAsync(string path) => scratch.ReadAsync(path);

    public async Task<JsonNode> RecordAsync(string run) =>
        JsonNode.Parse(await ReadAsync($"site/data/{run}/run.json"))!;

    public async Task<(int Exit, string Errors)> BuildAsync()
    {
        var (exit, _, errors) = await RealRecto.RunAsync("build", "--no-pdf", "--root", scratch.Path);
        return (exit, errors);
    }

    /// <summary>The lines about runs.</summary>
    public async Task<IEnumerable<string>> PlanAsync()
    {
        var (_, output, _) = await RealRecto.RunAsync("plan", "--no-train", "--root", scratch.Path);
        return output.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim());
    }

    public void Dispose() => scratch.Dispose();
}
