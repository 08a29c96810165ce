using System.Text;

namespace Recto.Content.Yaml;

/// <summary>Values as YAML that reads well: one key a line, nested maps and lists in braces on one line.</summary>
/// <remarks>For resolved experiments, whose values are names and numbers: nothing needs quotes.</remarks>
public static class YamlWriter
{
    /// <summary>The text of an entry, with a last line feed.</summary>
    public static string Write(YamlEntry entry)
    {
        var text = new StringBuilder($"{entry.Key.Value}:\n");
        foreach (var (key, value) in ((YamlMap)entry.Value).Entries)
        {
            text.Append($"  {key.Value}: {Inline(value)}\n");
        }

        return text.ToString();
    }

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
