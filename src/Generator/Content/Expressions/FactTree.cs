using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Recto.Experiments.Contract;

namespace Recto.Content.Expressions;

/// <summary>A run's facts under the names that expressions use.</summary>
internal static class FactTree
{
    private static readonly ConditionalWeakTable<RunFacts, FactObject> Made = [];

    public static FactObject Of(string run, RunFacts facts) => Made.GetValue(facts, f => Tree(run, f));

    private static FactObject Tree(string run, RunFacts facts)
    {
        var tree = new FactObject(run, "");
        foreach (var (path, value) in facts.Metrics)
        {
            tree.Add(path.Split('.'), IsCount(path) ? (long)value : (object)value);
        }

        foreach (var (name, values) in facts.Curves)
        {
            var path = $"curve.{name}";
            tree.Add(path.Split('.'), new FactList(run, path, [.. values.Cast<object>()]));
        }

        tree.Add(["spec"], Spec(run, "spec", JsonNode.Parse(ContractJson.Canonical(facts.Spec))!));
        if (facts.TrainSeconds is { } seconds)
        {
            tree.Add(["time", "train"], seconds);
        }

        return tree;
    }

    /// <summary>All other metrics are real numbers, which an author must say how to print.</summary>
    private static bool IsCount(string path) => path is "parameters";

    private static object Spec(string run, string path, JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                var group = new FactObject(run, path);
                members.ToList().ForEach(m => group.Add([m.Key], Spec(run, $"{path}.{m.Key}", m.Value!)));
                return group;
            case JsonArray items:
                return new FactList(run, path, [.. items.Select((item, i) => Spec(run, $"{path}[{i}]", item!))]);
            default:
                return Scalar(node);
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
