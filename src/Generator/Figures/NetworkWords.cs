using System.Globalization;
using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Figures;

/// <summary>What is said of the layers of a network.</summary>
public static class NetworkWords
{
    /// <summary>By a layer's name: Encoder 1, Encoder 2, …, numbered where a role has more than one layer.</summary>
    public static IReadOnlyDictionary<string, string> Names(IReadOnlyList<LayerRecord> layers, Terms terms)
    {
        var keys = layers.ToDictionary(l => l.Name, Key);
        var many = keys.Values.CountBy(k => k).ToDictionary(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return keys.ToDictionary(
            k => k.Key,
            k =>
            {
                var number = seen[k.Value] = seen.GetValueOrDefault(k.Value) + 1;
                var name = terms[$"layer_{k.Value}"];
                return many[k.Value] > 1 ? FormattableString.Invariant($"{name} {number}") : name;
            }
        );
    }

    /// <summary>A Gaussian code has three layers, each with a name of its own.</summary>
    private static string Key(LayerRecord layer) =>
        layer.Name is "mean" or "log_variance" or "sample" ? layer.Name : layer.Role;

    /// <summary>Keeps its words on a phone.</summary>
    public static bool IsLandmark(LayerRecord layer) => Key(layer) is "input" or "code" or "output" or "head";

    /// <summary>Layers of one role that follow one another.</summary>
    public static IReadOnlyList<IReadOnlyList<Block>> Neighbours(NetworkLayout layout)
    {
        var groups = new List<List<Block>>();
        foreach (var block in layout.Blocks)
        {
            if (groups.Count == 0 || groups[^1][0].Layer.Role != block.Layer.Role)
            {
                groups.Add([]);
            }

            groups[^1].Add(block);
        }

        return groups;
    }

    /// <summary>What stands below a layer's name: its shape, with channels on a line of their own if there is room, and what it does.</summary>
    public static IReadOnlyList<string> Below(LayerRecord layer, int rows) =>
        rows == 3 ? [Shapes.Text(layer.Shape), Activation(layer)]
        : layer.Shape.Count == 3
            ?
            [
                Shapes.Text([.. layer.Shape.Take(2)]),
                FormattableString.Invariant($"×{layer.Shape[2]}"),
                Activation(layer),
            ]
        : [Shapes.Text(layer.Shape), "", Activation(layer)];

    /// <summary>What a layer does with its sums; a sample is drawn, a head ends in a softmax.</summary>
    private static string Activation(LayerRecord layer) =>
        layer switch
        {
            { Kind: "sample" } => "μ + σε",
            { Name: "log_variance" } => "ln σ²",
            { Role: "head" } => "softmax",
            _ => layer.Activation ?? "",
        };

    /// <summary>Thousands set off by a narrow space, as everywhere in the report.</summary>
    public static string Count(long count) =>
        count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');
}
