using Recto.Diagnostics;

namespace Recto.Content.Yaml;

/// <summary>Typed reading of values that <see cref="ShapeReader"/> has completed; a mistake here is ours.</summary>
public static class YamlAccess
{
    public static Located<string> Located(this YamlMap map, string key) => Scalar(map, key).Located;

    public static Located<string>? LocatedOrNull(this YamlMap map, string key) =>
        (map.Find(key) as YamlScalar)?.Located;

    public static string Text(this YamlMap map, string key) => Scalar(map, key).Text;

    public static string? TextOrNull(this YamlMap map, string key) => (map.Find(key) as YamlScalar)?.Text;

    /// <summary>False where the key is absent.</summary>
    public static bool Flag(this YamlMap map, string key) => map.TextOrNull(key) == "true";

    public static long Whole(this YamlMap map, string key) => Whole(Scalar(map, key));

    public static long? WholeOrNull(this YamlMap map, string key) => map.Find(key)?.Whole();

    public static long Whole(this YamlValue value) => YamlNumbers.Whole(Scalar(value).Text)!.Value;

    public static double Number(this YamlMap map, string key) => YamlNumbers.Number(Scalar(map, key).Text)!.Value;

    public static T Choice<T>(this YamlMap map, string key)
        where T : struct, Enum => Choices.Read<T>(Scalar(map, key).Text);

    public static T? ChoiceOrNull<T>(this YamlMap map, string key)
        where T : struct, Enum => map.TextOrNull(key) is { } text ? Choices.Read<T>(text) : null;

    public static YamlMap? MapOrNull(this YamlMap map, string key) => (YamlMap?)map.Find(key);

    public static YamlMap Map(this YamlMap map, string key) => (YamlMap)map.Find(key)!;

    public static IReadOnlyList<YamlValue>? ListOrNull(this YamlMap map, string key) =>
        (map.Find(key) as YamlList)?.Items;

    /// <summary>The items of a list; none where the key is absent.</summary>
    public static IReadOnlyList<YamlValue> List(this YamlMap map, string key) => map.ListOrNull(key) ?? [];

    public static IReadOnlyList<Located<string>> Texts(this YamlMap map, string key) =>
        [.. map.List(key).Select(i => Scalar(i).Located)];

    /// <summary>The entries of a map; none where the key is absent.</summary>
    public static IReadOnlyList<YamlEntry> Entries(this YamlMap map, string key) =>
        (map.Find(key) as YamlMap)?.Entries ?? [];

    private static YamlScalar Scalar(YamlMap map, string key) => Scalar(map.Find(key)!);

    private static YamlScalar Scalar(YamlValue value) => (YamlScalar)value;
}
