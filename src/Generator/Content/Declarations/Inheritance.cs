using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Declarations;

/// <summary><c>from:</c> resolved: maps merge key by key, lists and single values replace.</summary>
public static class Inheritance
{
    /// <summary>The declarations, each merged with what it inherits; without those whose chain is broken.</summary>
    /// <param name="declared">Run id and declaration, over the whole report.</param>
    public static IReadOnlyList<YamlEntry> Resolve(IReadOnlyList<YamlEntry> declared, DiagnosticBag bag)
    {
        var byId = declared.ToDictionary(d => d.Key.Value);
        return [.. declared.Select(d => Merged(d, byId, [], bag)).OfType<YamlEntry>()];
    }

    private static YamlEntry? Merged(
        YamlEntry entry,
        Dictionary<string, YamlEntry> byId,
        IReadOnlyList<string> children,
        DiagnosticBag bag
    )
    {
        if (entry.Value is not YamlMap map || map.Find(ExperimentShape.From) is not { } from)
        {
            return entry;
        }

        if (Parent(from, entry.Key.Value, byId, children, bag) is not { } parent)
        {
            return null;
        }

        var inherited = Merged(parent, byId, [.. children, entry.Key.Value], bag);
        return inherited is null ? null : entry with { Value = Merge(inherited.Value, Without(map)) };
    }

    private static YamlEntry? Parent(
        YamlValue from,
        string child,
        Dictionary<string, YamlEntry> byId,
        IReadOnlyList<string> children,
        DiagnosticBag bag
    )
    {
        if (from is not YamlScalar { IsEmpty: false } name)
        {
            bag.Add(Errors.ValueWrong(from.Place, ExperimentShape.From, "the id of a run", "something else"));
        }
        else if (!byId.TryGetValue(name.Text, out var parent))
        {
            bag.Add(Errors.RunUnknown(name.Located, byId.Keys.Where(id => id != child)));
        }
        else if (name.Text == child || children.Contains(name.Text))
        {
            bag.Add(Errors.InheritanceCircular(name.Place, Circle([.. children, child, name.Text])));
        }
        else
        {
            return parent;
        }

        return null;
    }

    /// <summary>Without the runs that only lead to the circle.</summary>
    private static IEnumerable<string> Circle(IReadOnlyList<string> chain) => chain.SkipWhile(id => id != chain[^1]);

    /// <summary>Where the kinds differ, the keys mean different things: the child's map replaces the parent's.</summary>
    private static YamlValue Merge(YamlValue parent, YamlValue child) =>
        parent is YamlMap p && child is YamlMap c && SameKind(p, c)
            ? new YamlMap(
                [
                    .. p.Entries.Select(e =>
                        c.Find(e.Key.Value) is { } own ? new YamlEntry(e.Key, Merge(e.Value, own)) : e
                    ),
                    .. c.Entries.Where(e => p.Find(e.Key.Value) is null),
                ],
                p.Place
            )
            : child;

    private static bool SameKind(YamlMap parent, YamlMap child) =>
        parent.Find(VariantShape.Kind) is not YamlScalar p
        || child.Find(VariantShape.Kind) is not YamlScalar c
        || p.Text == c.Text;

    private static YamlMap Without(YamlMap map) =>
        map with
        {
            Entries = [.. map.Entries.Where(e => e.Key.Value != ExperimentShape.From)],
        };
}
