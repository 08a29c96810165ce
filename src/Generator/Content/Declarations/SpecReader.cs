using Recto.Content.Yaml;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>A declaration that fits its shape → the spec that a worker is given.</summary>
internal static class SpecReader
{
    public static ExperimentSpec Read(YamlMap map, DataSet data)
    {
        var model = Model(map.Map("model"));
        return new()
        {
            Model = model,
            Data = new DataSpec(data.Name, data.Kind, data.Digest),
            Noise = Noise(map.MapOrNull("noise")),
            Target = map.ChoiceOrNull<Target>("target") ?? Target.Clean,
            Loss = map.ChoiceOrNull<Loss>("loss") ?? Loss.Mse,
            Head = map.MapOrNull("head") is { } head
                ? new HeadSpec(head.Choice<HeadInput>("on"), (int)head.Whole("classes"))
                : null,
            Greedy = map.MapOrNull("greedy") is { } greedy
                ? new GreedySpec((int)greedy.Whole("epochs"), Noise(greedy.Map("noise")))
                : null,
            After = map.TextOrNull("after"),
            Optimizer = map.MapOrNull("optimizer") is { } optimizer ? Optimizer(optimizer) : null,
            Epochs = (int)(map.WholeOrNull("epochs") ?? 0),
            Batch = (int)(map.WholeOrNull("batch") ?? 0),
            Seed = map.WholeOrNull("seed") ?? 1,
            Against = map.TextOrNull("against"),
            Metrics = map.Find("metrics") is null
                ? null
                : [.. map.Texts("metrics").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)],
            Probes = map.Find("probes") is null
                ? MetricCatalog.Probes(model)
                : [.. map.Texts("probes").Select(p => p.Value).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static ModelSpec Model(YamlMap map) =>
        ModelShape.All.Kinds.ContainsKey(map.Text(VariantShape.Kind)) ? Known(map) : Own(map);

    /// <summary>What no other model has are its settings.</summary>
    private static ModelSpec Own(YamlMap map) =>
        Common(map) with
        {
            Kind = ModelKind.Own,
            Class = map.Text(VariantShape.Kind),
            Variational = map.Flag("variational") ? true : null,
            Settings = map
                .Entries.Where(e => e.Value is YamlScalar && !Shared.Contains(e.Key.Value))
                .ToDictionary(e => e.Key.Value, e => Setting(map, e)),
        };

    private static readonly string[] Shared =
    [
        VariantShape.Kind,
        "variational",
        "activation",
        "code",
        "output",
        "init",
    ];

    private static double Setting(YamlMap map, YamlEntry entry) =>
        ((YamlScalar)entry.Value).Text switch
        {
            "true" => 1,
            "false" => 0,
            _ => map.Number(entry.Key.Value),
        };

    private static ModelSpec Known(YamlMap map) =>
        Common(map) with
        {
            Kind = map.Choice<ModelKind>("kind"),
            Input = Sizes(map, "input"),
            Encoder = Layers(map, "encoder"),
            Decoder = Layers(map, "decoder"),
            Tied = map.Flag("tied") ? true : null,
        };

    private static ModelSpec Common(YamlMap map) =>
        new()
        {
            Kind = default,
            Layers = Sizes(map, "layers"),
            Activation = map.ChoiceOrNull<Activation>("activation"),
            Code = map.ChoiceOrNull<Activation>("code"),
            Output = map.ChoiceOrNull<Activation>("output"),
            Init = map.ChoiceOrNull<Initializer>("init"),
        };

    private static IReadOnlyList<LayerSpec>? Layers(YamlMap map, string key) =>
        map.ListOrNull(key) is { } layers ? [.. layers.Cast<YamlMap>().Select(Layer)] : null;

    private static LayerSpec Layer(YamlMap map)
    {
        var kind = Choices.Read<LayerKind>(map.Entries[0].Key.Value);
        return new()
        {
            Kind = kind,
            Channels = (int?)map.WholeOrNull("conv"),
            Kernel = (int?)map.WholeOrNull("kernel"),
            Size = (int?)(map.WholeOrNull("pool") ?? map.WholeOrNull("upsample")),
            Units = (int?)map.WholeOrNull("dense"),
            Shape = Sizes(map, "reshape"),
            Activation = map.ChoiceOrNull<Activation>("activation"),
        };
    }

    private static IReadOnlyList<int>? Sizes(YamlMap map, string key) =>
        map.ListOrNull(key) is { } sizes ? [.. sizes.Select(s => (int)s.Whole())] : null;

    private static NoiseSpec? Noise(YamlMap? map) =>
        map is null || map.Text("kind") == "none"
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
            Schedule = map.ListOrNull("schedule") is { } steps
                ? [.. steps.Cast<YamlMap>().Select(s => new RateStep((int)s.Whole("epoch"), s.Number("rate")))]
                : null,
        };
}
