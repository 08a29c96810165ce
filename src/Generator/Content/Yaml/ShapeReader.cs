using System.Text.RegularExpressions;
using Recto.Diagnostics;

namespace Recto.Content.Yaml;

/// <summary>Holds a value against its shape: reports what is wrong, fills in defaults, puts keys in order.</summary>
public sealed class ShapeReader
{
    private readonly DiagnosticBag bag;

    private ShapeReader(DiagnosticBag bag) => this.bag = bag;

    /// <summary>The completed value, or null where something in it is wrong (and reported).</summary>
    /// <param name="name">What the author calls the value, for the sentence.</param>
    public static YamlValue? Read(YamlValue value, Shape shape, string name, DiagnosticBag bag) =>
        new ShapeReader(bag).Value(value, shape, name);

    /// <inheritdoc cref="Read(YamlValue, Shape, string, DiagnosticBag)"/>
    public static YamlMap? Read(YamlValue value, MapShape shape, string name, DiagnosticBag bag) =>
        (YamlMap?)Read(value, (Shape)shape, name, bag);

    private YamlValue? Value(YamlValue value, Shape shape, string name) =>
        (value, shape) switch
        {
            (_, AnyShape) => value,
            (YamlScalar { IsEmpty: true }, _) => Wrong(value, shape, name),
            (YamlScalar s, ChoiceShape c) => Choice(s, c, name),
            (YamlScalar s, VariantShape v) => Variant(Spelled(s), v, name),
            (YamlScalar s, _) when Fits(s, shape) => s,
            (YamlList l, ListShape s) when s.Holds(l.Items.Count) => List(l, s, name),
            (YamlMap m, MapShape s) => Map(m, s, name),
            (YamlMap m, LocalizedShape s) => Map(m, s.ByLanguage, name),
            (YamlMap m, TableShape s) => Table(m, s),
            (YamlMap m, VariantShape s) => Variant(m, s, name),
            (YamlMap m, TaggedShape s) => Tagged(m, s, name),
            _ => Wrong(value, shape, name),
        };

    private static bool Fits(YamlScalar s, Shape shape) =>
        shape switch
        {
            LocalizedShape => Fits(s, new TextShape()),
            TextShape t => t.Pattern is null
                ? !string.IsNullOrWhiteSpace(s.Text)
                : Regex.IsMatch(s.Text, $@"\A(?:{t.Pattern})\z"),
            FlagShape => !s.Quoted && s.Text is "true" or "false",
            WholeShape w => !s.Quoted && YamlNumbers.Whole(s.Text) is { } x && w.Holds(x),
            NumberShape n => !s.Quoted && YamlNumbers.Number(s.Text) is { } y && n.Holds(y),
            _ => false,
        };

    private YamlScalar? Choice(YamlScalar s, ChoiceShape shape, string name)
    {
        if (shape.Names.Contains(s.Text, StringComparer.Ordinal))
        {
            return s;
        }

        bag.Add(Errors.ValueUnknown(s.Located, name, shape.Names));
        return null;
    }

    private YamlList? List(YamlList list, ListShape shape, string name)
    {
        var items = list.Items.Select(i => Value(i, shape.Item, name)).ToList();
        return items.Contains(null) ? null : new YamlList(items!, list.Place);
    }

    private YamlMap? Table(YamlMap map, TableShape shape)
    {
        var complete = true;
        var entries = new List<YamlEntry>();
        foreach (var (key, value) in map.Entries)
        {
            var read = Value(value, shape.Value, key.Value);
            complete &= Fits(key, shape.Key) && read is not null;
            entries.Add(new YamlEntry(key, read ?? value));
        }

        return complete ? new YamlMap(entries, map.Place) : null;
    }

    private bool Fits(Located<string> key, TextShape shape)
    {
        var fits = Fits(new YamlScalar(key.Value, true, key.Place), shape);
        if (!fits)
        {
            bag.Add(Errors.KeyInvalid(key, shape.Words));
        }

        return fits;
    }

    private YamlMap? Map(YamlMap map, MapShape shape, string name)
    {
        var known = shape.Keys.Select(k => k.Name).ToList();
        var strangers = map.Entries.Where(e => !known.Contains(e.Key.Value)).ToList();
        strangers.ForEach(e => bag.Add(Errors.KeyUnknown(e.Key, name, known)));

        var complete = strangers.Count == 0;
        var entries = new List<YamlEntry>();
        foreach (var key in shape.Keys)
        {
            var written = map.Entries.FirstOrDefault(e => e.Key.Value == key.Name);
            var place = written?.Key.Place ?? map.Place;
            if (key.TakesNone && written?.Value is YamlScalar { Quoted: false, Text: "none" })
            {
                continue;
            }

            if ((written?.Value ?? Default(key, place)) is { } value)
            {
                var read = Value(value, key.Value, key.Name);
                complete &= read is not null;
                entries.Add(new YamlEntry(new Located<string>(key.Name, place), read ?? value));
            }
            else if (entries.Find(e => e.Key.Value == key.SameAs) is { } same)
            {
                entries.Add(new YamlEntry(new Located<string>(key.Name, place), same.Value));
            }
            else if (key.Required)
            {
                complete = false;
                Missing(key, map, name, strangers);
            }
        }

        return complete ? new YamlMap(entries, map.Place) : null;
    }

    private static YamlValue? Default(KeyShape key, Place place) =>
        key.Default is { } text ? YamlReader.Read(new SourceText(text, place), new DiagnosticBag()) : null;

    /// <summary>A key that is there, misspelt, has been reported as such.</summary>
    private void Missing(KeyShape key, YamlMap map, string name, IReadOnlyList<YamlEntry> strangers)
    {
        if (!strangers.Any(s => Suggest.Nearest(s.Key.Value, [key.Name]) is not null))
        {
            bag.Add(Errors.KeyMissing(map.Place, name, key.Name, key.Value.Words));
        }
    }

    private YamlMap? Variant(YamlMap map, VariantShape shape, string name)
    {
        var kind = map.Entries.FirstOrDefault(e => e.Key.Value == VariantShape.Kind);
        if (kind is null)
        {
            bag.Add(
                Errors.KeyMissing(map.Place, name, VariantShape.Kind, new ChoiceShape([.. shape.Kinds.Keys]).Words)
            );
            return null;
        }

        return Value(kind.Value, new ChoiceShape([.. shape.Kinds.Keys]), $"kind of {name}") is YamlScalar s
            ? Map(map, WithKind(shape.Kinds[s.Text]), name)
            : null;
    }

    private YamlMap? Tagged(YamlMap map, TaggedShape shape, string name)
    {
        if (map.Entries.FirstOrDefault(e => shape.Kinds.ContainsKey(e.Key.Value)) is { Key.Value: var tag })
        {
            return Map(map, shape.Kinds[tag], $"'{tag}'");
        }

        if (map.Entries is [{ Key: var stranger }, ..])
        {
            bag.Add(Errors.KeyUnknown(stranger, name, [.. shape.Kinds.Keys]));
            return null;
        }

        Wrong(map, shape, name);
        return null;
    }

    private static MapShape WithKind(MapShape shape) =>
        new([new KeyShape(VariantShape.Kind, new TextShape(), Required: true), .. shape.Keys]);

    /// <summary><c>adam</c> → <c>{ kind: adam }</c>.</summary>
    private static YamlMap Spelled(YamlScalar kind) =>
        new([new YamlEntry(new Located<string>(VariantShape.Kind, kind.Place), kind)], kind.Place);

    private YamlValue? Wrong(YamlValue value, Shape shape, string name)
    {
        bag.Add(Errors.ValueWrong(value.Place, name, shape.Words, Described(value)));
        return null;
    }

    private static string Described(YamlValue value) =>
        value switch
        {
            YamlScalar { IsEmpty: true } => "nothing",
            YamlScalar { Quoted: true } s => $"the text \"{s.Text}\"",
            YamlScalar s => $"'{s.Text}'",
            YamlList l => $"a list of {l.Items.Count}",
            YamlMap { Entries: [] } => "an empty map",
            _ => "a map",
        };
}
