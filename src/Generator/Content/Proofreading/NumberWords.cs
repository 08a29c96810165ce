using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Proofreading;

/// <summary><c>content/numbers.yml</c>: beside which words a number is given, not measured.</summary>
/// <param name="Before">第, Section, …</param>
/// <param name="After">Units of what is chosen or counted: 张, epochs, ….</param>
/// <param name="Phrases">In which no number is meant.</param>
public sealed record NumberWords(
    IReadOnlyList<string> Before,
    IReadOnlyList<string> After,
    IReadOnlyList<string> Phrases
)
{
    /// <summary>Numbers of the report's own sections: 2.1, ….</summary>
    public IReadOnlySet<string> Sections { get; init; } = new HashSet<string>();

    public const string File = "content/numbers.yml";

    private static readonly ListShape Words = new(new TextShape());

    private static readonly TableShape Shape = new(
        new TextShape(string.Join('|', Language.Known.Select(l => l.Code)), "a language's code"),
        new MapShape([new("before", Words), new("after", Words), new("phrases", Words)])
    );

    public static NumberWords None { get; } = new([], [], []);

    /// <summary>By language code; none if there is no such file.</summary>
    public static IReadOnlyDictionary<string, NumberWords> Read(ContentFiles files, DiagnosticBag bag) =>
        files.Read(File) is { } source
        && YamlReader.Read(source, bag) is { } yaml
        && ShapeReader.Read(yaml, Shape, "the list of words", bag) is YamlMap map
            ? map.Entries.ToDictionary(e => e.Key.Value, e => Of((YamlMap)e.Value))
            : new Dictionary<string, NumberWords>();

    private static NumberWords Of(YamlMap map) => new(Texts(map, "before"), Texts(map, "after"), Texts(map, "phrases"));

    private static IReadOnlyList<string> Texts(YamlMap map, string key) => [.. map.Texts(key).Select(t => t.Value)];
}
