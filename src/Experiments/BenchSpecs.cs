using Recto.Experiments.Contract;

namespace Recto.Experiments;

/// <summary>The four networks whose steps are timed: those of the source.</summary>
public static class BenchSpecs
{
    private static ExperimentSpec Base { get; } =
        new()
        {
            Model = new ModelSpec { Kind = ModelKind.Dense, Init = Initializer.GlorotUniform },
            Data = new DataSpec("random", DataKind.Strokes, ""),
            Target = Target.Clean,
            Loss = Loss.Mse,
            Optimizer = new OptimizerSpec
            {
                Kind = OptimizerKind.Adam,
                Rate = 0.001,
                Beta1 = 0.9,
                Beta2 = 0.999,
                Epsilon = 1e-8,
            },
            Epochs = 1,
            Batch = 64,
            Seed = 1,
        };

    public static IReadOnlyDictionary<string, ExperimentSpec> All { get; } =
        new Dictionary<string, ExperimentSpec>
        {
            ["ae"] = Base with { Model = Dense([784, 2], Activation.Tanh, Activation.Tanh) },
            ["sdae"] = Base with { Model = Dense([784, 128, 64, 10, 2], Activation.Relu, Activation.Linear) },
            ["vae"] = Base with
            {
                Model = Base.Model with
                {
                    Kind = ModelKind.Vae,
                    Layers = [784, 512, 2],
                    Activation = Activation.Relu,
                    Output = Activation.Sigmoid,
                },
                Loss = Loss.Bce,
            },
            ["cae"] = Base with
            {
                Model = Base.Model with
                {
                    Kind = ModelKind.Conv,
                    Input = [28, 28, 1],
                    Encoder = [Conv(16), Pool, Conv(8), Pool],
                    Decoder = [Conv(8), Upsample, Conv(16), Upsample, Conv(1) with { Activation = Activation.Sigmoid }],
                },
                Loss = Loss.Bce,
            },
        };

    private static LayerSpec Pool => new() { Kind = LayerKind.Pool, Size = 2 };

    private static LayerSpec Upsample => new() { Kind = LayerKind.Upsample, Size = 2 };

    private static LayerSpec Conv(int channels) =>
        new()
        {
            Kind = LayerKind.Conv,
            Channels = channels,
            Kernel = 3,
            Activation = Activation.Relu,
        };

    private static ModelSpec Dense(IReadOnlyList<int> layers, Activation hidden, Activation code) =>
        Base.Model with
        {
            Layers = layers,
            Activation = hidden,
            Code = code,
            Output = Activation.Tanh,
        };
}
