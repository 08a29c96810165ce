using System.Text.Json.Nodes;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Why a run's keys are not those of an earlier result, part by part.</summary>
public static class KeyChanges
{
    public static IReadOnlyList<KeyChange> Between(RunRecord old, RunState wanted) =>
        [
            .. Configuration(old.Spec, wanted.Planned.Spec),
            .. Data(old.Spec.Data, wanted.Planned.Spec.Data),
            .. Lineage(old, wanted),
            .. Library(old.Inputs.Library, wanted.Inputs.Library),
            .. Code(old.Inputs.TrainCode, wanted.Inputs.TrainCode, isEvaluation: false),
            .. Code(old.Inputs.EvaluationCode, wanted.Inputs.EvaluationCode, isEvaluation: true),
        ];

    private static IEnumerable<KeyChange> Configuration(ExperimentSpec old, ExperimentSpec wanted)
    {
        var (before, after) = (Members(old), Members(wanted));
        return before
            .Keys.Union(after.Keys)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Old: before.GetValueOrDefault(path), New: after.GetValueOrDefault(path)))
            .Where(m => m.Old != m.New)
            .Select(m => new KeyChange(KeyPart.Configuration, m.Path, m.Old, m.New, m.Path is "probes" or "metrics"));
    }

    /// <summary>Path → value as authors write it; data and other runs have sentences of their own.</summary>
    private static Dictionary<string, string> Members(ExperimentSpec spec)
    {
        var members = new Dictionary<string, string>();
        Add("", JsonNode.Parse(ContractJson.Canonical(spec with { After = null, Against = null }))!);
        return members;

        void Add(string path, JsonNode node)
        {
            if (node is JsonObject group)
            {
                foreach (var (name, value) in group.Where(m => path.Length > 0 || m.Key != "data"))
                {
                    Add(path.Length == 0 ? name : $"{path}.{name}", value!);
                }
            }
            else
            {
                members[path] = Text(node);
            }
        }
    }

    private static string Text(JsonNode node) =>
        node switch
        {
            JsonArray items => $"[{string.Join(", ", items.Select(i => Text(i!)))}]",
            JsonObject group => $"{{ {string.Join(", ", group.Select(m => $"{m.Key}: {Text(m.Value!)}"))} }}",
            _ => node.ToString(),
        };

    private static IEnumerable<KeyChange> Data(DataSpec old, DataSpec wanted) =>
        old.Name != wanted.Name || old.Kind != wanted.Kind ? [new(KeyPart.Data, "data", old.Name, wanted.Name)]
        : old.Digest != wanted.Digest ? [new(KeyPart.Data, "data digest", Short(old.Digest), Short(wanted.Digest))]
        : [];

    private static IEnumerable<KeyChange> Lineage(RunRecord old, RunState wanted)
    {
        var (before, after) = (old.Spec, wanted.Planned.Spec);
        return
        [
            .. Named("after", "parent run", old.Inputs.Parent, wanted.Inputs.Parent, before.After, after.After, false),
            .. Named(
                "against",
                "compared run",
                old.Inputs.Against,
                wanted.Inputs.Against,
                before.Against,
                after.Against,
                true
            ),
        ];
    }

    /// <summary>A run is known by its key: under another name it is the same.</summary>
    private static IEnumerable<KeyChange> Named(
        string member,
        string what,
        string? oldKey,
        string? newKey,
        string? oldName,
        string? newName,
        bool isEvaluation
    ) =>
        oldKey == newKey ? []
        : oldName == newName ? [new(KeyPart.Run, $"{what} {newName}", null, null, isEvaluation)]
        : [new(KeyPart.Run, member, oldName, newName, isEvaluation)];

    private static IEnumerable<KeyChange> Library(string old, string wanted) =>
        old == wanted ? [] : [new(KeyPart.Library, "library", old, wanted)];

    private static IEnumerable<KeyChange> Code(
        IReadOnlyDictionary<string, string> old,
        IReadOnlyDictionary<string, string> wanted,
        bool isEvaluation
    ) =>
        old
            .Keys.Union(wanted.Keys)
            .Order(StringComparer.Ordinal)
            .Where(file => old.GetValueOrDefault(file) != wanted.GetValueOrDefault(file))
            .Select(file =>
                !old.ContainsKey(file) ? $"{file} (new)"
                : !wanted.ContainsKey(file) ? $"{file} (gone)"
                : file
            )
            .Select(file => new KeyChange(KeyPart.Code, file, null, null, isEvaluation));

    private static string Short(string digest) => digest[..Math.Min(8, digest.Length)];
}
