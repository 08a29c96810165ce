using System.Text;

namespace Recto.Content.Yaml;

/// <summary>Values as YAML that reads well: in braces on one line where they fit, else one key or item a line.</summary>
/// <remarks>For resolved experiments, whose values are names and numbers: nothing needs quotes.</remarks>
public static class YamlWriter
{
    /// <summary>What a printed page holds of a line.</summary>
    private const int Width = 88;

    /// <summary>The text of an entry, with a last line feed; its own keys have a line each.</summary>
    public static string Write(YamlEntry entry)
    {
        var text = new StringBuilder($"{entry.Key.Value}:\n");
        foreach (var (key, value) in ((YamlMap)entry.Value).Entries)
        {
            Append(text, "  ", $"{key.Value}:", value);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string indent, string lead, YamlValue value)
    {
        var line = $"{indent}{lead} {Inline(value)}\n";
        if (line.Length <= Width)
        {
            text.Append(line);
            return;
        }

        text.Append($"{indent}{lead}\n");
        foreach (var (name, below) in Parts(value))
        {
            Append(text, $"{indent}  ", name, below);
        }
    }

    private static IEnumerable<(string Lead, YamlValue Value)> Parts(YamlValue value) =>
        value is YamlMap map
            ? map.Entries.Select(e => ($"{e.Key.Value}:", e.Value))
            : ((YamlList)value).Items.Select(item => ("-", item));

    private static string Inline(YamlValue value) =>
        value switch
        {
            YamlScalar s => s.Text,
            YamlList l => $"[{string.Join(", ", l.Items.Select(Inline))}]",
            YamlMap { Entries: [{ Key.Value: VariantShape.Kind } kind] } => Inline(kind.Value),
            YamlMap m => $"{{ {string.Join(", ", m.Entries.Select(e => $"{e.Key.Value}: {Inline(e.Value)}"))} }}",
            _ => throw new InvalidOperationException("no such YAML value"),
        };
}
