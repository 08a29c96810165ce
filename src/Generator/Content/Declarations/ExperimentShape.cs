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
    private static readonly ChoiceShape Activations = Choices.Of<Activation>();

    private static readonly VariantShape Model = new(
        new Dictionary<string, MapShape>
        {
            ["dense"] = new([
                new("layers", new ListShape(new WholeShape(1), 2), Required: true),
                new("activation", Activations, Required: true),
                new("code", Activations) { SameAs = "activation" },
                new("output", Activations, Required: true),
                new("init", Choices.Of<Initializer>()) { Default = "glorot_uniform" },
            ]),
        }
    );

    private static readonly VariantShape Noise = new(
        new Dictionary<string, MapShape>
        {
            ["none"] = new([]),
            ["gaussian"] = new([new("amount", Positive, Required: true), Drawn]),
            ["masking"] = new([new("amount", new NumberShape { Above = 0, Most = 1 }, Required: true), Drawn]),
        }
    );

    private static KeyShape Drawn => new("drawn", Choices.Of<NoiseDraw>()) { Default = "anew" };

    private static readonly VariantShape Optimizer = new(
        new Dictionary<string, MapShape>
        {
            ["adam"] = new([
                new("rate", Positive) { Default = "0.001" },
                new("beta1", Decay) { Default = "0.9" },
                new("beta2", Decay) { Default = "0.999" },
                new("epsilon", Positive) { Default = "1e-7" },
            ]),
        }
    );

    /// <summary>A declaration with its inheritance resolved.</summary>
    /// <param name="data">Names of the data sets of the report.</param>
    public static MapShape Resolved(IEnumerable<string> data) =>
        new([
            new("model", Model, Required: true),
            new("data", new ChoiceShape([.. data]), Required: true),
            new("noise", Noise) { Default = "none" },
            new("target", Choices.Of<Target>()) { Default = "clean" },
            new("loss", Choices.Of<Loss>()) { Default = "mse" },
            new("optimizer", Optimizer) { Default = "adam" },
            new("epochs", new WholeShape(1), Required: true),
            new("batch", new WholeShape(1)) { Default = "64" },
            new("seed", new WholeShape(0, long.MaxValue)) { Default = "1" },
            new("probes", new ListShape(new ChoiceShape(["codes", "reconstructions"])))
            {
                Default = "[codes, reconstructions]",
            },
        ]);
}
