using Recto.Content.Yaml;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>What front matter may say of an experiment: the keys, their defaults, their order in a listing.</summary>
public static class ExperimentShape
{
    /// <summary>The key that names the run to inherit from; gone once a declaration is resolved.</summary>
    public const string From = "from";

    private static readonly NumberShape Positive = new() { Above = 0 };
    private static readonly NumberShape Decay = new() { Least = 0, Below = 1 };
    internal static readonly TextShape RunId = new(Meaning: "the id of a run");

    private static readonly VariantShape Noise = new(
        new Dictionary<string, MapShape>
        {
            ["none"] = new([]),
            ["gaussian"] = new([new("amount", Positive, Required: true), Drawn]),
            ["masking"] = new([new("amount", new NumberShape { Above = 0, Most = 1 }, Required: true), Drawn]),
        }
    );

    private static KeyShape Drawn => new("drawn", Choices.Of<NoiseDraw>()) { Default = "anew" };

    private static readonly MapShape Head = new([
        new("on", Choices.Of<HeadInput>()) { Default = "code" },
        new("classes", new WholeShape(2, 256)) { Default = "10" },
    ]);

    private static readonly MapShape Greedy = new([
        new("epochs", new WholeShape(1), Required: true),
        new("noise", Noise) { Default = "none" },
    ]);

    private static readonly MapShape RateStep = new([
        new("epoch", new WholeShape(2), Required: true),
        new("rate", Positive, Required: true),
    ]);

    private static readonly VariantShape Optimizer = new(
        new Dictionary<string, MapShape>
        {
            ["adam"] = new([
                new("rate", Positive) { Default = "0.001" },
                new("beta1", Decay) { Default = "0.9" },
                new("beta2", Decay) { Default = "0.999" },
                new("epsilon", Positive) { Default = "1e-7" },
                new("schedule", new ListShape(RateStep, 1)) { TakesNone = true },
            ]),
        }
    );

    /// <summary>A declaration with its inheritance resolved; it decides which keys and defaults it has.</summary>
    /// <param name="data">The data sets of the report.</param>
    /// <param name="own">Its metrics and models.</param>
    public static MapShape Resolved(YamlMap declared, IEnumerable<DataSet> data, OwnKinds own)
    {
        // A classifier is trained on labels, and nothing else is.
        var target = declared.Find("head") is YamlMap ? "labels" : "clean";
        var training = IsTrained(declared) ? Training(target) : [];
        return Of(
            ModelShape.With(own.Models),
            training,
            new ChoiceShape([.. data.Select(d => d.Name)]),
            new ChoiceShape(own.Metrics)
        );
    }

    /// <summary>As an author writes it, before anything is inherited or varied: for editors, which know no other file.</summary>
    /// <param name="models">Those of the report's own.</param>
    public static MapShape Declared(bool isTrained, IReadOnlyDictionary<string, MapShape> models) =>
        Of(
            ModelShape.With(models),
            isTrained ? Training("clean") : [],
            new TextShape(Meaning: "the name of a data set"),
            new TextShape(Meaning: "the name of a metric of the report's own")
        );

    private static MapShape Of(Shape model, IEnumerable<KeyShape> training, Shape data, Shape metric) =>
        new([
            new("model", model, Required: true),
            new("data", data, Required: true),
            .. training,
            new("against", RunId) { TakesNone = true },
            new("probes", new ListShape(new ChoiceShape(["codes", "filters", "manifold", "reconstructions"]))),
            new("metrics", new ListShape(metric, 1)) { TakesNone = true },
            new(Foreach.Key, Foreach.Shape), // gone by now as well, but near to what is misspelt
        ]);

    /// <summary>Principal components are not: what speaks of training means nothing to them.</summary>
    public static bool IsTrained(YamlMap declared) =>
        !(declared.Find("model") is YamlMap model && model.Find(VariantShape.Kind) is YamlScalar { Text: "pca" });

    private static IEnumerable<KeyShape> Training(string target) =>
        [
            new("noise", Noise) { Default = "none" },
            new("target", Choices.Of<Target>()) { Default = target },
            new("loss", Choices.Of<Loss>()) { Default = "mse" },
            new("head", Head) { TakesNone = true },
            new("greedy", Greedy) { TakesNone = true },
            new("after", RunId) { TakesNone = true },
            new("optimizer", Optimizer) { Default = "adam" },
            new("epochs", new WholeShape(1), Required: true),
            new("batch", new WholeShape(1)) { Default = "64" },
            new("seed", new WholeShape(0, long.MaxValue)) { Default = "1" },
            new("seeds", new WholeShape(1, 100)),
        ];
}
