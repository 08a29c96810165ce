using Recto.Content.Expressions;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>Declarations of the whole report → resolved experiments, in the order of declaration.</summary>
public static class ExperimentReader
{
    /// <param name="declared">Run id and declaration; an id that comes twice is reported and left out.</param>
    /// <param name="data">The data sets that a declaration may name.</param>
    public static IReadOnlyList<Experiment> Read(
        IReadOnlyList<YamlEntry> declared,
        IReadOnlyList<DataSet> data,
        DiagnosticBag bag
    )
    {
        var unique = Unique(declared, bag);
        unique.ForEach(d => CheckId(d.Key, bag));
        return [.. Inheritance.Resolve(unique, bag).Select(d => Experiment(d, data, bag)).OfType<Experiment>()];
    }

    private static List<YamlEntry> Unique(IReadOnlyList<YamlEntry> declared, DiagnosticBag bag)
    {
        var first = new Dictionary<string, YamlEntry>();
        foreach (var entry in declared.Where(e => !first.TryAdd(e.Key.Value, e)))
        {
            bag.Add(Errors.RunDuplicate(entry.Key, first[entry.Key.Value].Key.Place));
        }

        return [.. first.Values];
    }

    private static void CheckId(Located<string> id, DiagnosticBag bag)
    {
        if (!Names.IsIdentifier(id.Value))
        {
            bag.Add(Errors.RunIdInvalid(id));
        }
        else if (Names.Reserved.Contains(id.Value))
        {
            bag.Add(Errors.RunIdReserved(id));
        }
    }

    private static Experiment? Experiment(YamlEntry declared, IReadOnlyList<DataSet> data, DiagnosticBag bag)
    {
        var (id, value) = declared;
        var shape = ExperimentShape.Resolved(data.Select(d => d.Name));
        if (ShapeReader.Read(value, shape, $"run '{id.Value}'", bag) is not { } resolved)
        {
            return null;
        }

        var spec = Spec(resolved, data.First(d => d.Name == resolved.Text("data")));
        return ExperimentRules.Hold(spec, resolved, bag)
            ? new Experiment(id.Value, spec, YamlWriter.Write(new YamlEntry(id, resolved)), id.Place)
            : null;
    }

    private static ExperimentSpec Spec(YamlMap map, DataSet data) =>
        new()
        {
            Model = Model(map.Map("model")),
            Data = new DataSpec(data.Name, data.Kind, data.Digest),
            Noise = Noise(map.Map("noise")),
            Target = map.Choice<Target>("target"),
            Loss = map.Choice<Loss>("loss"),
            Optimizer = Optimizer(map.Map("optimizer")),
            Epochs = (int)map.Whole("epochs"),
            Batch = (int)map.Whole("batch"),
            Seed = map.Whole("seed"),
            Probes = [.. map.Texts("probes").Select(p => p.Value).Distinct().Order(StringComparer.Ordinal)],
        };

    private static ModelSpec Model(YamlMap map) =>
        new()
        {
            Kind = map.Choice<ModelKind>("kind"),
            Layers = [.. map.List("layers").Select(l => (int)l.Whole())],
            Activation = map.Choice<Activation>("activation"),
            Code = map.Choice<Activation>("code"),
            Output = map.Choice<Activation>("output"),
            Init = map.Choice<Initializer>("init"),
        };

    private static NoiseSpec? Noise(YamlMap map) =>
        map.Text("kind") == "none"
            ? null
            : new NoiseSpec(map.Choice<NoiseKind>("kind"), map.Number("amount"), map.Choice<NoiseDraw>("drawn"));

    private static OptimizerSpec Optimizer(YamlMap map) =>
        new()
        {
            Kind = map.Choice<OptimizerKind>("kind"),
            Rate = map.Number("rate"),
            Beta1 = map.Number("beta1"),
            Beta2 = map.Number("beta2"),
            Epsilon = map.Number("epsilon"),
        };
}
