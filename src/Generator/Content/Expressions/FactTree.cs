using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Recto.Experiments.Contract;

namespace Recto.Content.Expressions;

/// <summary>A run's facts under the names that expressions use.</summary>
internal static class FactTree
{
    private static readonly ConditionalWeakTable<RunFacts, FactObject> Made = [];

    public static FactObject Of(string run, RunFacts facts) =>
        Made.GetValue(facts, f => f.Members.Count > 0 ? SweepFacts.Tree(run, f) : Tree(run, f));

    private static FactObject Tree(string run, RunFacts facts)
    {
        var tree = new FactObject(run);
        foreach (var (path, value) in facts.Metrics)
        {
            tree.Add(path.Split('.'), Metric(run, path, value, facts));
        }

        foreach (var name in facts.Curves.Keys)
        {
            var path = $"curve.{name}";
            IReadOnlyList<IReadOnlyList<double>> curves = [.. facts.Seeds.Select(s => s.Curves[name])];
            tree.Add(
                path.Split('.'),
                curves.Count == 1 ? Curve(run, path, curves[0]) : Curves(run, path, SeedsOf(run, facts), curves)
            );
        }

        tree.Add(
            ["spec"],
            new Lazy<object>(() => Spec(run, "spec", JsonNode.Parse(ContractJson.Canonical(facts.Spec))!))
        );
        if (facts.TrainSeconds is { } seconds)
        {
            tree.Add(["time", "train"], Fact.Of(run, "time.train", seconds));
        }

        return tree;
    }

    /// <summary>The count of parameters is a whole number; all other metrics are real ones, which an author must say how to print.</summary>
    private static object Metric(string run, string path, double value, RunFacts facts) =>
        facts.IsSpread(path)
            ? new SeededFact(run, path, SeedsOf(run, facts), [.. facts.Seeds.Select(s => s.Metrics[path])])
            : Fact.Of(run, path, path is "parameters" ? (object)(long)value : value);

    private static FactList Curve(string run, string path, IReadOnlyList<double> values) =>
        new($"{run}.{path}", values.Count, i => Fact.Of(run, Indexed(path, i), values[i]));

    /// <summary>Statistics of each epoch, and every seed's curve.</summary>
    private static FactObject Curves(
        string run,
        string path,
        IReadOnlyList<string> seeds,
        IReadOnlyList<IReadOnlyList<double>> curves
    )
    {
        var group = new FactObject($"{run}.{path}");
        foreach (var (name, of) in SeededFact.Statistics)
        {
            var below = $"{run}.{path}.{name}";
            group.Add([name], new FactList(below, curves.Min(c => c.Count), i => At(below, i, of)));
        }

        group.Add(["all"], new FactList($"{group.Name}.all", curves.Count, k => Curve(seeds[k], path, curves[k])));
        return group;

        Fact At(string name, int i, Func<IReadOnlyList<double>, double> of) =>
            new(
                Indexed(name, i),
                of([.. curves.Select(c => c[i])]),
                [.. curves.Select((c, k) => new Measurement(seeds[k], Indexed(path, i), c[i]))]
            );
    }

    private static IReadOnlyList<string> SeedsOf(string run, RunFacts facts) =>
        [.. facts.Seeds.Select((seed, i) => seed.Run ?? SeedId.Of(run, i))];

    private static string Indexed(string path, int index) => $"{path}[{Numbers.Whole(index)}]";

    private static object Spec(string run, string path, JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                var group = new FactObject($"{run}.{path}");
                members.ToList().ForEach(m => group.Add([m.Key], Spec(run, $"{path}.{m.Key}", m.Value!)));
                return group;
            case JsonArray items:
                return new FactList($"{run}.{path}", items.Count, i => Spec(run, Indexed(path, i), items[i]!));
            default:
                return Fact.Of(run, path, Scalar(node));
        }
    }

    private static object Scalar(JsonNode node)
    {
        var value = node.AsValue();
        return value.TryGetValue<long>(out var whole) ? whole
            : value.TryGetValue<double>(out var real) ? real
            : value.TryGetValue<bool>(out var flag) ? flag
            : value.GetValue<string>();
    }
}
