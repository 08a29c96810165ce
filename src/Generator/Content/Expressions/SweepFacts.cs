using Recto.Content.Yaml;

namespace Recto.Content.Expressions;

/// <summary>What an expression can ask of all runs of a sweep: <c>width.test.mse.min</c>, <c>width.test.mse.at_min</c>.</summary>
public static class SweepFacts
{
    /// <summary>The runs' facts, and with them those of the sweeps that they belong to.</summary>
    public static IReadOnlyDictionary<string, RunFacts> With(
        IReadOnlyDictionary<string, RunFacts> facts,
        IEnumerable<Sweep> sweeps
    )
    {
        var all = new Dictionary<string, RunFacts>(facts, StringComparer.Ordinal);
        foreach (var sweep in sweeps.Where(s => s.Members.All(m => facts.ContainsKey(m.Run))))
        {
            all[sweep.Id] = facts[sweep.Members[0].Run] with
            {
                Members = [.. sweep.Members.Select(m => (ValueOf(m), facts[m.Run] with { Run = m.Run }))],
            };
        }

        return all;
    }

    /// <summary>Of the metrics that all of its runs have; for several seeds, their means are compared.</summary>
    internal static FactObject Tree(string name, RunFacts sweep)
    {
        var tree = new FactObject(name);
        var shared = sweep.Members.Select(m => m.Facts.Metrics.Keys.AsEnumerable()).Aggregate(Enumerable.Intersect);
        foreach (var path in shared)
        {
            tree.Add(path.Split('.'), Metric(name, path, sweep));
        }

        return tree;
    }

    private static FactObject Metric(string name, string path, RunFacts sweep)
    {
        var members = sweep.Members.Select(m => (m.Value, Mean: m.Facts.Seeds.Average(s => s.Metrics[path]))).ToList();
        IReadOnlyList<Measurement> sources =
        [
            .. sweep.Members.SelectMany(m =>
                m.Facts.Seeds.Select((seed, i) => new Measurement(SeedId.Of(m.Facts.Run!, i), path, seed.Metrics[path]))
            ),
        ];
        var (least, greatest) = (members.MinBy(m => m.Mean), members.MaxBy(m => m.Mean));
        var group = new FactObject($"{name}.{path}");
        Add("min", least.Mean);
        Add("max", greatest.Mean);
        Add("at_min", least.Value);
        Add("at_max", greatest.Value);
        return group;

        void Add(string statistic, object value) =>
            group.Add([statistic], new Fact($"{group.Name}.{statistic}", value, sources));
    }

    /// <summary>A number where one key was varied over numbers.</summary>
    private static object ValueOf(SweepMember member)
    {
        var text = string.Join(", ", member.Values);
        return YamlNumbers.Whole(text) is { } whole ? whole
            : YamlNumbers.Number(text) is { } number ? number
            : text;
    }
}
