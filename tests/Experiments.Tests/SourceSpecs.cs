using Recto.Experiments.Contract;

namespace Recto.Tests;

/// <summary>Every run of the report, as its chapters declare them.</summary>
public static class SourceSpecs
{
    private static readonly NoiseSpec Gaussian = new(NoiseKind.Gaussian, 0.5, NoiseDraw.Anew);
    private static readonly NoiseSpec Masking = new(NoiseKind.Masking, 0.3, NoiseDraw.Anew);

    private static readonly ExperimentSpec Base = Specs.Strokes with { Data = new DataSpec("mnist", DataKind.Idx, "") };

    public static ExperimentSpec Pca { get; } =
        Base with
        {
            Model = new ModelSpec { Kind = ModelKind.Pca, Layers = [784, 2] },
            Optimizer = null,
            Epochs = 0,
            Batch = 0,
        };

    public static ExperimentSpec AeTanh { get; } = Base with { Epochs = 100 };

    public static ExperimentSpec AeRelu { get; } =
        AeTanh with
        {
            Model = AeTanh.Model with
            {
                Activation = Activation.Relu,
                Code = Activation.Relu,
                Output = Activation.Relu,
            },
        };

    public static ExperimentSpec AeTied { get; } = AeTanh with { Model = AeTanh.Model with { Tied = true } };

    public static ExperimentSpec AeWide { get; } =
        Base with
        {
            Model = Base.Model with
            {
                Layers = [784, 256],
                Activation = Activation.Sigmoid,
                Code = Activation.Sigmoid,
                Output = Activation.Sigmoid,
            },
            Epochs = 50,
        };

    public static ExperimentSpec DaeWide { get; } = AeWide with { Noise = Masking };

    public static ExperimentSpec Sae { get; } =
        Base with
        {
            Model = Base.Model with
            {
                Layers = [784, 128, 64, 10, 2],
                Activation = Activation.Relu,
                Code = Activation.Linear,
                Output = Activation.Tanh,
            },
            Epochs = 20,
        };

    public static ExperimentSpec SdaeSource { get; } =
        Sae with
        {
            Noise = Gaussian with { Drawn = NoiseDraw.Once },
            Target = Target.Input,
        };

    public static ExperimentSpec Sdae { get; } = Sae with { Noise = Gaussian };

    public static ExperimentSpec SdaeGreedy { get; } = Sdae with { Greedy = new GreedySpec(20, Masking) };

    public static ExperimentSpec SdaeSourceSupervised { get; } = Supervised(SdaeSource, "sdae_source", HeadInput.Code);

    public static ExperimentSpec SdaeSupervised { get; } = Supervised(Sdae, "sdae", HeadInput.Code);

    public static ExperimentSpec SdaeGreedySupervised { get; } = Supervised(SdaeGreedy, "sdae_greedy", HeadInput.Code);

    public static ExperimentSpec Cae { get; } =
        Base with
        {
            Model = new ModelSpec
            {
                Kind = ModelKind.Conv,
                Input = [28, 28, 1],
                Encoder = [Conv(16), Pool, Conv(8), Pool],
                Decoder = [Conv(8), Upsample, Conv(16), Upsample, Conv(1) with { Activation = Activation.Sigmoid }],
                Init = Initializer.GlorotUniform,
            },
            Loss = Loss.Bce,
            Epochs = 20,
        };

    public static ExperimentSpec CaeDenoise { get; } = Cae with { Noise = Gaussian };

    public static ExperimentSpec CaeSupervised { get; } = Supervised(Cae, "cae", HeadInput.Reconstruction);

    public static ExperimentSpec VaeBce { get; } =
        Base with
        {
            Model = new ModelSpec
            {
                Kind = ModelKind.Vae,
                Layers = [784, 512, 2],
                Activation = Activation.Relu,
                Output = Activation.Sigmoid,
                Init = Initializer.GlorotUniform,
            },
            Loss = Loss.Bce,
            Epochs = 50,
        };

    public static ExperimentSpec VaeMse { get; } = VaeBce with { Loss = Loss.Mse, Against = "vae_bce" };

    public static IReadOnlyDictionary<string, ExperimentSpec> All { get; } =
        new Dictionary<string, ExperimentSpec>
        {
            ["pca"] = Pca,
            ["ae_tanh"] = AeTanh,
            ["ae_relu"] = AeRelu,
            ["ae_tied"] = AeTied,
            ["ae_wide"] = AeWide,
            ["dae_wide"] = DaeWide,
            ["sae"] = Sae,
            ["sdae_source"] = SdaeSource,
            ["sdae"] = Sdae,
            ["sdae_greedy"] = SdaeGreedy,
            ["sdae_source_supervised"] = SdaeSourceSupervised,
            ["sdae_supervised"] = SdaeSupervised,
            ["sdae_greedy_supervised"] = SdaeGreedySupervised,
            ["cae"] = Cae,
            ["cae_denoise"] = CaeDenoise,
            ["cae_supervised"] = CaeSupervised,
            ["vae_bce"] = VaeBce,
            ["vae_mse"] = VaeMse,
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

    private static ExperimentSpec Supervised(ExperimentSpec spec, string after, HeadInput on) =>
        spec with
        {
            After = after,
            Greedy = null,
            Head = new HeadSpec(on, 10),
            Target = Target.Labels,
            Loss = Loss.Mse,
            Batch = 32,
        };
}
