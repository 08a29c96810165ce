using Recto.Content;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Source;

/// <param name="Level">As in the source's Markdown; 5 for a line in bold that serves as a heading.</param>
/// <param name="Heading">The source's, word for word.</param>
/// <param name="Mended">As the report prints it.</param>
/// <param name="Id">Of the report's heading; absent where a part has no page.</param>
internal sealed record OutlineSection(
    int Level,
    string Heading,
    string Mended,
    string? Id,
    IReadOnlyList<(string Name, string Kind)> Slots
);

/// <summary><c>outline.yml</c>: what both editions of the report are held to.</summary>
internal sealed record Outline(IReadOnlyList<OutlineSection> Sections, IReadOnlySet<string> Pending)
{
    public static Outline Read()
    {
        var file = Path.Combine(Repository.Root, "tests", "Generator.Tests", "Source", "outline.yml");
        var bag = new DiagnosticBag();
        var yaml = (YamlMap)YamlReader.Read(SourceText.Of(File.ReadAllText(file), "outline.yml"), bag)!;
        Assert.Empty(bag.Sorted());
        return new(
            [.. yaml.List("sections").Cast<YamlMap>().Select(Section)],
            yaml.Texts("pending").Select(p => p.Value).ToHashSet()
        );
    }

    private static OutlineSection Section(YamlMap map) =>
        new(
            (int)map.Whole("level"),
            map.Text("heading"),
            map.TextOrNull("mended") ?? map.Text("heading"),
            map.TextOrNull("id"),
            [.. map.Entries("slots").Select(e => (e.Key.Value, ((YamlScalar)e.Value).Text))]
        );
}
