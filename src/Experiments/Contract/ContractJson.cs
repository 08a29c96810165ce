using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Recto.Experiments.Contract;

/// <summary>The only way records become JSON and back: round-trip floats, unknown members refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [
        typeof(SnakeCase<ModelKind>),
        typeof(SnakeCase<LayerKind>),
        typeof(SnakeCase<HeadInput>),
        typeof(SnakeCase<DataKind>),
        typeof(SnakeCase<Activation>),
        typeof(SnakeCase<Initializer>),
        typeof(SnakeCase<NoiseKind>),
        typeof(SnakeCase<NoiseDraw>),
        typeof(SnakeCase<Target>),
        typeof(SnakeCase<Loss>),
        typeof(SnakeCase<OptimizerKind>),
        typeof(SnakeCase<WorkEvent>),
        typeof(SnakeCase<WorkKind>),
    ]
)]
[JsonSerializable(typeof(ExperimentSpec))]
[JsonSerializable(typeof(WorkOrder))]
[JsonSerializable(typeof(WorkProgress))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunEnvironment))]
[JsonSerializable(typeof(RehearsalRecord))]
public sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>Canonical text: keys in ordinal order, no white space. Equal records give equal text.</summary>
    public static string Canonical<T>(T value) => Sorted(ToNode(value)).ToJsonString(Compact);

    /// <summary>The same order, indented, with a last line feed: for files that people read and git compares.</summary>
    public static string Pretty<T>(T value) => Sorted(ToNode(value)).ToJsonString(Indented) + "\n";

    /// <exception cref="JsonException">The text is no such record: wrong type, missing or unknown member.</exception>
    public static T Read<T>(string json)
        where T : class =>
        (T)(JsonSerializer.Deserialize(json, typeof(T), Default) ?? throw new JsonException("null is no record"));

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, NewLine = "\n" };

    private static JsonNode ToNode<T>(T value) =>
        JsonSerializer.SerializeToNode(value, typeof(T), Default) ?? throw new JsonException("null is no record");

    private static JsonNode Sorted(JsonNode node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)Sorted(p.Value)))
            ),
            JsonArray a => new JsonArray([.. a.Select(i => i is null ? null : Sorted(i))]),
            _ => node.DeepClone(),
        };
}

/// <summary>Enum members as <c>glorot_uniform</c>; numbers refused.</summary>
public sealed class SnakeCase<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly T[] Members = Enum.GetValues<T>();
    private static readonly string[] Names = [.. Members.Select(Words.Of)];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var at = reader.TokenType == JsonTokenType.String ? Array.IndexOf(Names, reader.GetString()) : -1;
        return at < 0 ? throw new JsonException($"expected {string.Join(", ", Names)}") : Members[at];
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words.Of(value));
}
