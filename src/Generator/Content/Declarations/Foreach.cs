using System.Text.RegularExpressions;
using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Declarations;

/// <summary><c>foreach: { code: [2, 16] }</c> → a declaration for each combination of values, <c>$code</c> replaced.</summary>
internal static partial class Foreach
{
    public const string Key = "foreach";

    /// <summary>Runs that one word may make; more are a slip, or hours of training.</summary>
    private const int Most = 100;

    public static TableShape Shape { get; } =
        new(
            new TextShape("[a-z][a-z0-9_]*", "a name of small letters, digits and '_'"),
            new ListShape(new TextShape(), 1)
        );

    /// <summary>The declaration itself where it varies nothing; nothing where something is wrong (and reported).</summary>
    public static (IReadOnlyList<YamlEntry> Runs, Sweep? Sweep) Expand(YamlEntry declared, DiagnosticBag bag)
    {
        if ((declared.Value as YamlMap)?.Find(Key) is not { } written)
        {
            return ([declared], null);
        }

        var body = Without((YamlMap)declared.Value);
        if (
            ShapeReader.Read(written, Shape, Key, bag) is not YamlMap { Entries: [_, ..] } varied
            || !IsRight(declared, varied, body, bag)
        )
        {
            return ([], null);
        }

        var members = Combinations(varied).Select(values => Member(declared, body, values)).ToList();
        var keys = varied.Entries.Select(e => e.Key.Value).ToList();
        var sweep = new Sweep(declared.Key.Value, keys, [.. members.Select(m => m.Member)], declared.Key.Place);
        return ([.. members.Select(m => m.Run)], sweep);
    }

    private static bool IsRight(YamlEntry declared, YamlMap varied, YamlMap body, DiagnosticBag bag)
    {
        var problems = Problems(declared, varied, body).ToList();
        problems.ForEach(bag.Add);
        return problems.Count == 0;
    }

    private static IEnumerable<Diagnostic> Problems(YamlEntry declared, YamlMap varied, YamlMap body)
    {
        var names = varied.Entries.Select(e => e.Key.Value).ToList();
        var said = Scalars(body).SelectMany(s => Placeholders(s, names)).ToList();
        foreach (var stranger in said.Where(p => !names.Contains(p.Value)))
        {
            yield return Errors.PlaceholderUnknown(stranger, names);
        }

        foreach (var key in varied.Entries.Select(e => e.Key).Where(k => said.TrueForAll(p => p.Value != k.Value)))
        {
            yield return Errors.PlaceholderUnused(key, declared.Key.Value);
        }

        foreach (var (key, value) in varied.Entries)
        {
            var values = ((YamlList)value).Items.Cast<YamlScalar>().ToList();
            foreach (var again in values.Where((v, i) => values.Take(i).Any(before => Slug(before) == Slug(v))))
            {
                yield return Errors.SweepValueTwice(again.Located, key.Value);
            }
        }

        var count = varied.Entries.Aggregate(1L, (product, e) => product * ((YamlList)e.Value).Items.Count);
        if (count > Most)
        {
            yield return Errors.SweepLarge(declared.Key, count, Most);
        }
    }

    private static IEnumerable<IReadOnlyList<YamlEntry>> Combinations(YamlMap varied) =>
        varied.Entries.Aggregate<YamlEntry, IEnumerable<IReadOnlyList<YamlEntry>>>(
            [
                [],
            ],
            (rows, key) =>
                rows.SelectMany(row =>
                    ((YamlList)key.Value).Items.Select(value =>
                        (IReadOnlyList<YamlEntry>)[.. row, key with { Value = value }]
                    )
                )
        );

    private static (YamlEntry Run, SweepMember Member) Member(
        YamlEntry declared,
        YamlMap body,
        IReadOnlyList<YamlEntry> values
    )
    {
        var texts = values.Select(v => (YamlScalar)v.Value).ToList();
        var id = string.Join('_', texts.Select(Slug).Prepend(declared.Key.Value));
        var byName = values.ToDictionary(v => v.Key.Value, v => (YamlScalar)v.Value);
        var run = new YamlEntry(declared.Key with { Value = id }, Filled(body, byName));
        return (run, new SweepMember(id, [.. texts.Select(t => t.Text)]));
    }

    private static YamlValue Filled(YamlValue value, IReadOnlyDictionary<string, YamlScalar> byName) =>
        value switch
        {
            YamlScalar s => s with { Text = Filled(s.Text, byName) },
            YamlList l => l with { Items = [.. l.Items.Select(i => Filled(i, byName))] },
            YamlMap m => m with { Entries = [.. m.Entries.Select(e => e with { Value = Filled(e.Value, byName) })] },
            _ => value,
        };

    /// <summary>Alone, a placeholder is its value; within a text, what ids have of it: <c>after: width_$code</c>.</summary>
    private static string Filled(string text, IReadOnlyDictionary<string, YamlScalar> byName) =>
        Placeholder()
            .Replace(
                text,
                found =>
                {
                    var name = NameOf(found, byName.Keys);
                    var value = byName[name];
                    return name.Length + 1 == text.Length ? value.Text : Slug(value) + found.Value[(name.Length + 1)..];
                }
            );

    /// <summary>In <c>$code_$rate</c> the first is <c>code</c>.</summary>
    private static string NameOf(Match found, IEnumerable<string> names)
    {
        var word = found.Groups[1].Value;
        return names.Where(n => word == n || word.StartsWith(n + "_", StringComparison.Ordinal)).MaxBy(n => n.Length)
            ?? word;
    }

    private static IEnumerable<YamlScalar> Scalars(YamlValue value) =>
        value switch
        {
            YamlScalar s => [s],
            YamlList l => l.Items.SelectMany(Scalars),
            YamlMap m => m.Entries.SelectMany(e => Scalars(e.Value)),
            _ => [],
        };

    private static IEnumerable<Located<string>> Placeholders(YamlScalar s, IReadOnlyList<string> names) =>
        Placeholder()
            .Matches(s.Text)
            .Select(m => new Located<string>(NameOf(m, names), s.Place with { Column = s.Place.Column + m.Index }));

    /// <summary>What an id can hold of a value: <c>0.5</c> → <c>0_5</c>, <c>-1</c> → <c>m1</c>.</summary>
    private static string Slug(YamlScalar value) =>
        Other().Replace(value.Text.Replace('-', 'm').ToLowerInvariant(), "_").Trim('_');

    private static YamlMap Without(YamlMap map) =>
        map with
        {
            Entries = [.. map.Entries.Where(e => e.Key.Value != Key)],
        };

    [GeneratedRegex(@"\$([a-z][a-z0-9_]*)")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
