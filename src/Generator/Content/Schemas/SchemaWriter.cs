using System.Text.Json.Nodes;
using Recto.Content.Yaml;

namespace Recto.Content.Schemas;

/// <summary>A shape → JSON Schema (2020-12), so that editors know what readers accept.</summary>
/// <param name="loose">Within experiments: any value may be a placeholder of <c>foreach</c>, and a part may be inherited.</param>
internal sealed class SchemaWriter(bool loose = false)
{
    /// <summary>A value of a sweep: <c>$code</c>.</summary>
    public const string Placeholder = "#/$defs/placeholder";

    public JsonObject Of(Shape shape) =>
        loose && IsPlain(shape) ? Either(Strict(shape), new() { ["$ref"] = Placeholder }) : Strict(shape);

    /// <summary>The same without what must be written, and whatever the kind: for a map that is merged into another.</summary>
    public JsonObject Part(MapShape shape) => Map(shape, [], isWhole: false);

    public JsonObject Whole(MapShape shape) => Map(shape, [], isWhole: true);

    private static bool IsPlain(Shape shape) => shape is FlagShape or WholeShape or NumberShape or ChoiceShape;

    private JsonObject Strict(Shape shape) =>
        shape switch
        {
            TextShape { Pattern: null } => new() { ["$ref"] = "#/$defs/text" },
            TextShape { Pattern: var pattern } => new()
            {
                ["type"] = new JsonArray("string", "number"),
                ["pattern"] = Whole(pattern),
            },
            FlagShape => new() { ["type"] = "boolean" },
            WholeShape w => Bounded(
                "integer",
                ("minimum", w.Least),
                ("maximum", w.Most < int.MaxValue ? w.Most : null)
            ),
            NumberShape n => Bounded(
                "number",
                ("exclusiveMinimum", n.Above),
                ("minimum", n.Least),
                ("exclusiveMaximum", n.Below),
                ("maximum", n.Most)
            ),
            ChoiceShape c => new() { ["enum"] = Array(c.Names) },
            ListShape l => List(l),
            MapShape m => Whole(m),
            LocalizedShape l => Either(Of(new TextShape()), Of(l.ByLanguage)),
            TableShape t => new()
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = Whole(t.Key.Pattern ?? ".*") },
                ["additionalProperties"] = Of(t.Value),
            },
            VariantShape v => Variant(v),
            TaggedShape t => Either([.. t.Kinds.Values.Select(Of)]),
            _ => [],
        };

    private static string Whole(string pattern) => $"^(?:{pattern})$";

    private static JsonObject Bounded(string type, params (string Key, double? Value)[] bounds)
    {
        var schema = new JsonObject { ["type"] = type };
        foreach (var (key, value) in bounds.Where(b => b.Value is not null))
        {
            schema[key] = value;
        }

        return schema;
    }

    private JsonObject List(ListShape list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.Least > 0)
        {
            schema["minItems"] = list.Least;
        }

        if (list.Most < int.MaxValue)
        {
            schema["maxItems"] = list.Most;
        }

        return schema;
    }

    private JsonObject Map(MapShape map, IEnumerable<KeyValuePair<string, JsonNode?>> more, bool isWhole)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        schema["properties"] = new JsonObject(
            map.Keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Key(k))).Concat(more)
        );
        var required = map.Keys.Where(k => isWhole && k.Required && k.Default is null).Select(k => k.Name).ToList();
        if (required.Count > 0)
        {
            schema["required"] = Array(required);
        }

        return schema;
    }

    /// <summary>What an editor shows of a key, beside what it takes.</summary>
    private JsonObject Key(KeyShape key)
    {
        var value = Of(key.Value);
        var schema = key.TakesNone ? Either(value, new() { ["const"] = "none" }) : value;
        var rest =
            key.Default is { } text ? $"; {text} if it is not written"
            : key.SameAs is { } other ? $"; that of '{other}' if it is not written"
            : "";
        schema["description"] = key.Value.Words + rest;
        return schema;
    }

    /// <summary>A map for each kind; a kind that needs no other key may stand alone. Inherited, the kind need not be said.</summary>
    private JsonObject Variant(VariantShape variant)
    {
        var alone = variant.Kinds.Where(k => !k.Value.Keys.Any(key => key.Required)).Select(k => k.Key).ToList();
        var schemas = variant
            .Kinds.Select(k =>
                Map(
                    k.Value,
                    [KeyValuePair.Create(VariantShape.Kind, (JsonNode?)new JsonObject { ["const"] = k.Key })],
                    isWhole: !loose
                )
            )
            .ToList();
        if (!loose)
        {
            schemas.ForEach(s =>
                s["required"] = Array([
                    VariantShape.Kind,
                    .. (s["required"] as JsonArray ?? []).Select(r => r!.ToString()),
                ])
            );
        }

        return Either([
            .. schemas,
            .. alone.Count > 0 ? [new JsonObject { ["enum"] = Array(alone) }] : Array<JsonObject>(),
        ]);
    }

    private static T[] Array<T>() => [];

    private static JsonObject Either(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonArray Array(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)n)]);
}
