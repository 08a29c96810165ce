using Recto.Content.Yaml;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>What front matter may say of a model.</summary>
public static class ModelShape
{
    private static readonly WholeShape Units = new(1, 65536);
    private static readonly WholeShape Side = new(1, 1024); // of an image; also its channels
    private static readonly WholeShape Factor = new(2, 28);
    internal static readonly ListShape Sizes = new(Units, 2);
    private static readonly ListShape ImageShape = new(Side, 3, 3);
    internal static readonly ChoiceShape Activations = Choices.Of<Activation>();

    /// <summary>A layer of a convolutional model is known by its kind, whose value is what matters most of it.</summary>
    private static readonly TaggedShape Layer = new(
        new Dictionary<string, MapShape>
        {
            ["conv"] = new([
                new("conv", Side, Required: true), // channels
                new("kernel", Side) { Default = "3" },
                Hidden,
            ]),
            ["pool"] = new([new("pool", Factor, Required: true)]),
            ["upsample"] = new([new("upsample", Factor, Required: true)]),
            ["dense"] = new([new("dense", Units, Required: true), Hidden]),
            ["reshape"] = new([new("reshape", ImageShape, Required: true)]),
        }
    );

    private static KeyShape Hidden => new("activation", Activations) { Default = "relu" };

    internal static KeyShape Init => new("init", Choices.Of<Initializer>()) { Default = "glorot_uniform" };

    /// <summary>Those of Recto, and those of the report.</summary>
    public static VariantShape With(IReadOnlyDictionary<string, MapShape> own) =>
        own.Count == 0 ? All : new(All.Kinds.Concat(own).ToDictionary());

    public static VariantShape All { get; } =
        new(
            new Dictionary<string, MapShape>
            {
                ["dense"] = new([
                    new("layers", Sizes, Required: true),
                    new("activation", Activations, Required: true),
                    new("code", Activations) { SameAs = "activation" },
                    new("output", Activations, Required: true),
                    new("tied", new FlagShape()),
                    Init,
                ]),
                ["conv"] = new([
                    new("input", ImageShape) { Default = "[28, 28, 1]" },
                    new("encoder", new ListShape(Layer, 1), Required: true),
                    new("decoder", new ListShape(Layer, 1), Required: true),
                    Init,
                ]),
                ["vae"] = new([
                    new("layers", Sizes, Required: true),
                    new("activation", Activations, Required: true),
                    new("output", Activations, Required: true),
                    Init,
                ]),
                ["pca"] = new([new("layers", new ListShape(Units, 2, 2), Required: true)]),
            }
        );
}
