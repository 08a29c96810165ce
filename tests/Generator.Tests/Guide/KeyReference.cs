using System.Globalization;
using System.Text;
using Recto.Content;
using Recto.Content.Declarations;
using Recto.Content.Yaml;
using YamlDotNet.RepresentationModel;

namespace Recto.Tests.Guide;

/// <summary>A map that an author writes, with the kinds it comes in.</summary>
/// <param name="Maps">By the value of <c>kind</c>, or by the key that tells it; one without a name otherwise.</param>
/// <param name="Extra">Keys that are read before the table is asked.</param>
internal sealed record KeySection(string Name, IReadOnlyList<(string Kind, MapShape Map)> Maps, params string[] Extra)
{
    /// <summary>Each once, over all kinds.</summary>
    public IEnumerable<string> Keys => Extra.Concat(Maps.SelectMany(m => m.Map.Keys).Select(k => k.Name)).Distinct();
}

/// <summary>The tables of keys, as a chapter of the guide.</summary>
internal static class KeyReference
{
    private static readonly MapShape Report = ReportShape.Report;
    private static readonly MapShape Experiment = ExperimentShape.Declared(isTrained: true, OwnKinds.None.Models);
    private static readonly YamlMappingNode Meanings = Read();

    public static IReadOnlyList<KeySection> Sections { get; } =
    [
        One("report", Report),
        One("part", Item(Report, "parts")),
        One("appendix", (MapShape)At(Report, "appendix")),
        One("link", Item(Report, "links")),
        Kinds("data", (VariantShape)((TableShape)At(Report, "data")).Value),
        One("front", FrontMatterReader.Primary),
        new("experiment", [("", Experiment)], "from", "foreach"),
        Kinds("model", ModelShape.All),
        new("layer", [.. Layer.Kinds.Select(k => (k.Key, k.Value))]),
        Kinds("noise", (VariantShape)At(Experiment, "noise")),
        One("head", (MapShape)At(Experiment, "head")),
        One("greedy", (MapShape)At(Experiment, "greedy")),
        Kinds("optimizer", (VariantShape)At(Experiment, "optimizer")),
        One("claim", ClaimReader.Shape),
    ];

    public static IEnumerable<string> Explained =>
        Meanings.SelectMany(s => ((YamlMappingNode)s.Value["keys"]).Select(k => $"{s.Key}.{k.Key}"));

    private static TaggedShape Layer => (TaggedShape)((ListShape)At(ModelShape.All.Kinds["conv"], "encoder")).Item;

    public static string Of(string language)
    {
        var (title, lead, intro) =
            language == "en"
                ? (
                    "Front matter and report.yml",
                    "Every key: what it may be, what it is if it is not written, what it means.",
                    "No key is skipped silently: a misspelt one is an error that names the nearest right one. In an editor that knows JSON Schema, `./build.sh schema --root ../digits` lets keys be completed and checked while you type."
                )
                : (
                    "文首与 report.yml",
                    "每一个键：可以写什么，不写是什么，有什么含义。",
                    "没有一个键会被悄悄忽略：拼错的键是错误，会指出最接近的正确写法。在支持 JSON Schema 的编辑器里，运行 `./build.sh schema --root ../digits` 之后，键可以边写边补全和检查。"
                );
        var text = new StringBuilder(
            $"""
            ---
            title: {title}
            description: "{lead}"
            ---
            <!-- Made from docs/keys.yml by ReferenceTests; with RECTO_ACCEPT=1 they write it. -->

            # {title} {"{#front-matter}"}

            {intro}

            """
        );
        Sections.ToList().ForEach(section => text.Append(Section(section, language)));
        return text.ToString();
    }

    private static string Section(KeySection section, string language)
    {
        var words = (YamlMappingNode)Meanings[section.Name];
        var intro = words.Children.TryGetValue("intro", out var said) ? $"{said[language]}\n\n" : "";
        var head = language == "en" ? "| key | value | if not written | means |" : "| 键 | 值 | 不写则为 | 含义 |";
        var hasKinds = section.Maps.Count > 1 || section.Maps[0].Kind.Length > 0;
        var kinds = !hasKinds ? "" : KindsOf(section, language);
        var rows = section.Keys.Select(key => Row(section, key, (YamlMappingNode)words["keys"][key], language));
        return $"\n## {words["title"][language]} {{#keys-{section.Name}}}\n\n{intro}{kinds}{head}\n| --- | --- | --- | --- |\n{string.Concat(rows)}";
    }

    private static string KindsOf(KeySection section, string language)
    {
        var head = language == "en" ? "| kind | keys |" : "| 种类 | 键 |";
        var rows = section.Maps.Select(m =>
            $"| `{m.Kind}` | {Joined(m.Map.Keys.Select(k => $"`{k.Name}`"), language)} |\n"
        );
        return $"{head}\n| --- | --- |\n{string.Concat(rows)}\n";
    }

    private static string Row(KeySection section, string key, YamlMappingNode words, string language)
    {
        var found = section.Maps.SelectMany(m => m.Map.Keys).FirstOrDefault(k => k.Name == key);
        var said =
            words.Children.TryGetValue("value", out var own)
            && ((YamlMappingNode)own).Children.TryGetValue(language, out var value)
                ? value.ToString()
                : Value(found!.Value, language);
        return $"| `{key}` | {said} | {Default(found, language)} | {words[language]} |\n";
    }

    private static string Default(KeyShape? key, string language) =>
        key switch
        {
            { Required: true } => language == "en" ? "**required**" : "**必须写**",
            { Default: { } text } => $"`{text}`",
            { SameAs: { } other } => language == "en" ? $"as `{other}`" : $"与 `{other}` 相同",
            _ => "",
        };

    private static string Value(Shape shape, string language)
    {
        var isEnglish = language == "en";
        return shape switch
        {
            TextShape { Meaning: { } meaning } when isEnglish => meaning,
            TextShape { Pattern: null } => isEnglish ? "text" : "文字",
            LocalizedShape => isEnglish ? "text, or a map of languages" : "文字，或各语言的映射",
            FlagShape => isEnglish ? "`true` or `false`" : "`true` 或 `false`",
            WholeShape { Most: int.MaxValue or long.MaxValue } w => isEnglish
                ? $"whole number from {Code(w.Least)}"
                : $"不小于 {Code(w.Least)} 的整数",
            WholeShape w => isEnglish
                ? $"whole number, {Code(w.Least)} to {Code(w.Most)}"
                : $"{Code(w.Least)} 到 {Code(w.Most)} 的整数",
            NumberShape n => Number(n, isEnglish),
            ChoiceShape c => Joined(c.Names.Select(name => $"`{name}`"), language),
            ListShape l => isEnglish ? $"list: {Value(l.Item, language)}" : $"列表：{Value(l.Item, language)}",
            TaggedShape => isEnglish ? "[](#keys-layer)" : "[](#keys-layer)",
            _ when Sections.FirstOrDefault(s => s.Maps.Any(m => IsOf(shape, m.Map))) is { } section =>
                $"[](#keys-{section.Name})",
            _ => isEnglish ? "map" : "映射",
        };
    }

    private static bool IsOf(Shape shape, MapShape map) =>
        ReferenceEquals(shape, map) || (shape is VariantShape v && v.Kinds.Values.Any(k => ReferenceEquals(k, map)));

    private static string Number(NumberShape n, bool isEnglish)
    {
        var least =
            n.Above is { } above ? (isEnglish ? $"above {Code(above)}" : $"大于 {Code(above)}")
            : isEnglish ? $"from {Code(n.Least)}"
            : $"不小于 {Code(n.Least)}";
        var most =
            n.Below is { } below ? (isEnglish ? $", below {Code(below)}" : $"、小于 {Code(below)}")
            : n.Most is { } to ? (isEnglish ? $", at most {Code(to)}" : $"、不大于 {Code(to)}")
            : "";
        return isEnglish ? $"number {least}{most}" : $"{least}{most}的数";
    }

    private static string Code(object? number) => string.Create(CultureInfo.InvariantCulture, $"`{number}`");

    private static string Joined(IEnumerable<string> words, string language) =>
        string.Join(language == "en" ? ", " : "、", words);

    private static KeySection One(string name, MapShape map) => new(name, [("", map)]);

    private static KeySection Kinds(string name, VariantShape shape) =>
        new(name, [.. shape.Kinds.Select(k => (k.Key, k.Value))]);

    private static MapShape Item(MapShape map, string key) => (MapShape)((ListShape)At(map, key)).Item;

    private static Shape At(MapShape map, string key) => map.Keys.Single(k => k.Name == key).Value;

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(GuideBook.Root, "keys.yml"));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
