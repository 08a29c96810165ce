using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Recto.Content;
using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Tests.Content.Schemas;

/// <summary>YAML as an editor's language server sees it: what has no quotes may be a number.</summary>
internal static class YamlJson
{
    public static bool IsValid(string yaml, string schema)
    {
        var json = Of(YamlReader.Read(SourceText.Of(yaml, "x.yml"), new DiagnosticBag())!);
        return JsonSchema.FromText(schema).Evaluate(JsonSerializer.SerializeToElement(json)).IsValid;
    }

    private static JsonNode? Of(YamlValue value) =>
        value switch
        {
            YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Of(e.Value)))),
            YamlList list => new JsonArray([.. list.Items.Select(Of)]),
            YamlScalar { IsEmpty: true } => null,
            YamlScalar { Quoted: false, Text: "true" or "false" } flag => flag.Text == "true",
            YamlScalar { Quoted: false } s when YamlNumbers.Whole(s.Text) is { } whole => whole,
            YamlScalar { Quoted: false } s when YamlNumbers.Number(s.Text) is { } number => number,
            YamlScalar s => s.Text,
            _ => throw new InvalidOperationException("no such YAML value"),
        };
}
