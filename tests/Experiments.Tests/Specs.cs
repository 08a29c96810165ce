using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Tests;

/// <summary>Small experiments to vary with <c>with</c>.</summary>
public static class Specs
{
    public static ExperimentSpec Strokes { get; } =
        new()
        {
            Model = new ModelSpec
            {
                Kind = ModelKind.Dense,
                Layers = [784, 2],
                Activation = Activation.Tanh,
                Code = Activation.Tanh,
                Output = Activation.Tanh,
                Init = Initializer.GlorotUniform,
            },
            Data = new DataSpec("strokes", DataKind.Strokes, StrokesData.Digest),
            Target = Target.Clean,
            Loss = Loss.Mse,
            Optimizer = new OptimizerSpec
            {
                Kind = OptimizerKind.Adam,
                Rate = 0.001,
                Beta1 = 0.9,
                Beta2 = 0.999,
                Epsilon = 1e-7,
            },
            Epochs = 2,
            Batch = 64,
            Seed = 1,
        };

    /// <summary>The same on tiny images of the given size.</summary>
    public static ExperimentSpec Tiny(params int[] layers) =>
        Strokes with
        {
            Model = Strokes.Model with { Layers = layers },
            Batch = 8,
        };

    /// <summary>Images of 2×3 pixels, the values spread evenly.</summary>
    public static ImageSet TinyImages(int count) =>
        new(
            [.. Enumerable.Range(0, count * 6).Select(i => (byte)(i * 37))],
            [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))],
            2,
            3
        );

    public static Dataset TinyData { get; } = new(TinyImages(30), TinyImages(12));
}
