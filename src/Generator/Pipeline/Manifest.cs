using System.Text;
using System.Text.Json;

namespace Recto.Pipeline;

/// <summary><c>site/manifest.json</c>: what the edition consists of. No date: equal editions have equal manifests.</summary>
/// <param name="Files">Path → SHA-256 of every other file.</param>
/// <param name="Prints">PDF → digest of the print edition that it was printed from.</param>
public sealed record Manifest(IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Prints)
{
    public const string Name = "manifest.json";

    public static Manifest Empty { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Of the published site; empty where there is none, or none that can be read.</summary>
    public static Manifest Read(string site)
    {
        try
        {
            return Parse(File.ReadAllBytes(Path.Combine(site, Name)));
        }
        catch (IOException)
        {
            return Empty;
        }
    }

    /// <summary>Empty where it cannot be read.</summary>
    public static Manifest Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new Manifest(Map(root.GetProperty("files")), Map(root.GetProperty("prints")));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Empty;
        }
    }

    public byte[] ToJson() =>
        Encoding.UTF8.GetBytes($"{{\n  \"files\": {Text(Files)},\n  \"prints\": {Text(Prints)}\n}}\n");

    private static SortedDictionary<string, string> Map(JsonElement element) =>
        new(
            element.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? ""),
            StringComparer.Ordinal
        );

    private static string Text(IReadOnlyDictionary<string, string> map)
    {
        var lines = map.OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => $"    \"{JsonEncodedText.Encode(e.Key)}\": \"{e.Value}\"");
        return map.Count == 0 ? "{}" : $"{{\n{string.Join(",\n", lines)}\n  }}";
    }
}
