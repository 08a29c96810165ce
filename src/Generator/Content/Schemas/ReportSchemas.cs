using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recto.Content.Declarations;
using Recto.Content.Yaml;

namespace Recto.Content.Schemas;

/// <summary>What <c>report.yml</c> and a chapter's front matter may say, as editors read it.</summary>
public static class ReportSchemas
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Report { get; } = Text(Whole());

    /// <param name="own">Models that the report brings along are kinds as well.</param>
    public static string FrontMatter(OwnKinds own) => Text(Front(own));

    private static JsonObject Whole()
    {
        var schema = Titled("A Recto report", new SchemaWriter().Of(ReportShape.Report));
        schema["$defs"] = new JsonObject { ["text"] = AnyText() };
        return schema;
    }

    /// <summary>What stands without quotes is a text as well, though YAML calls <c>2010</c> a number.</summary>
    private static JsonObject AnyText() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject Front(OwnKinds own)
    {
        var schema = Titled("Front matter of a Recto chapter", new SchemaWriter().Of(FrontMatterReader.Primary));
        schema["properties"]!["experiments"] = Table(
            new TextShape("[a-z][a-z0-9_]*"),
            new JsonObject { ["$ref"] = "#/$defs/experiment" }
        );
        schema["properties"]!["claims"] = Table(ClaimReader.Id, new SchemaWriter().Of(ClaimReader.Shape));
        schema["$defs"] = new JsonObject
        {
            ["text"] = AnyText(),
            ["placeholder"] = new JsonObject { ["type"] = "string", ["pattern"] = @"\$[a-z][a-z0-9_]*" },
            ["experiment"] = Experiment(own),
        };
        return schema;
    }

    /// <summary>One that inherits says a part of another; principal components are not trained.</summary>
    private static JsonObject Experiment(OwnKinds own)
    {
        var from = KeyValuePair.Create(
            ExperimentShape.From,
            (JsonNode?)new JsonObject { ["type"] = "string", ["description"] = "the id of a run to inherit from" }
        );
        var loose = new SchemaWriter(loose: true);
        var part = loose.Part(ExperimentShape.Declared(isTrained: true, own.Models));
        part["properties"]!.AsObject().Add(from);
        return new JsonObject
        {
            ["if"] = new JsonObject { ["required"] = new JsonArray(ExperimentShape.From) },
            ["then"] = part,
            ["else"] = new JsonObject
            {
                ["if"] = IsUntrained(),
                ["then"] = loose.Whole(ExperimentShape.Declared(isTrained: false, own.Models)),
                ["else"] = loose.Whole(ExperimentShape.Declared(isTrained: true, own.Models)),
            },
        };
    }

    private static JsonObject IsUntrained() =>
        new()
        {
            ["required"] = new JsonArray("model"),
            ["properties"] = new JsonObject
            {
                ["model"] = new JsonObject
                {
                    ["required"] = new JsonArray(VariantShape.Kind),
                    ["properties"] = new JsonObject { [VariantShape.Kind] = new JsonObject { ["const"] = "pca" } },
                },
            },
        };

    private static JsonObject Table(TextShape key, JsonObject value) =>
        new()
        {
            ["type"] = new JsonArray("object", "null"),
            ["propertyNames"] = new JsonObject { ["pattern"] = $"^(?:{key.Pattern})$" },
            ["additionalProperties"] = value,
        };

    private static JsonObject Titled(string title, JsonObject schema)
    {
        schema.Insert(0, "$schema", Draft);
        schema.Insert(1, "title", title);
        return schema;
    }

    private static string Text(JsonObject schema) => schema.ToJsonString(Readable) + "\n";
}
