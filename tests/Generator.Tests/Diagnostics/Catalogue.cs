using YamlDotNet.RepresentationModel;

namespace Recto.Tests.Diagnostics;

/// <summary>A code as <c>docs/errors.yml</c> explains it.</summary>
/// <param name="Words">By language code.</param>
/// <param name="With">Files that both examples need and no reader has to see.</param>
/// <param name="Elsewhere">The test that shows it, where no example can.</param>
internal sealed record CatalogueEntry(
    string Code,
    IReadOnlyDictionary<string, string> Words,
    IReadOnlyDictionary<string, string> With,
    IReadOnlyDictionary<string, string> Wrong,
    IReadOnlyDictionary<string, string> Right,
    string? Elsewhere
);

internal sealed record CatalogueGroup(
    string Id,
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyList<CatalogueEntry> Entries
);

/// <summary><c>docs/errors.yml</c>, group by group.</summary>
internal static class Catalogue
{
    public static string File { get; } = Path.Combine(Repository.Root, "docs", "errors.yml");

    public static IReadOnlyList<CatalogueGroup> Groups { get; } = Read();

    public static IReadOnlyList<CatalogueEntry> Entries { get; } = [.. Groups.SelectMany(g => g.Entries)];

    private static List<CatalogueGroup> Read()
    {
        var yaml = new YamlStream();
        using var text = System.IO.File.OpenText(File);
        yaml.Load(text);
        return
        [
            .. ((YamlMappingNode)yaml.Documents[0].RootNode).Select(g =>
                Group(g.Key.ToString(), (YamlMappingNode)g.Value)
            ),
        ];
    }

    private static CatalogueGroup Group(string id, YamlMappingNode group) =>
        new(
            id,
            Texts(group, "title"),
            [.. ((YamlMappingNode)group["errors"]).Select(e => Entry(e.Key.ToString(), (YamlMappingNode)e.Value))]
        );

    private static CatalogueEntry Entry(string code, YamlMappingNode entry) =>
        new(
            code,
            new[] { "en", "zh" }.ToDictionary(l => l, l => entry[l].ToString()),
            Texts(entry, "with"),
            Texts(entry, "wrong"),
            Texts(entry, "right"),
            entry.Children.TryGetValue("elsewhere", out var test) ? test.ToString() : null
        );

    private static Dictionary<string, string> Texts(YamlMappingNode owner, string key) =>
        owner.Children.TryGetValue(key, out var map)
            ? ((YamlMappingNode)map).ToDictionary(t => t.Key.ToString(), t => t.Value.ToString())
            : [];
}
