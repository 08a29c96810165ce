using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Contract;

public static class SpecChecksTests
{
    public static TheoryData<string> Runs => [.. SourceSpecs.All.Keys];

    [Theory]
    [MemberData(nameof(Runs))]
    public static void Every_run_of_the_report_can_be_declared(string run) =>
        Assert.Empty(SpecChecks.Of(SourceSpecs.All[run], 784));

    [Theory]
    [MemberData(nameof(Runs))]
    public static void A_declaration_survives_its_way_to_the_worker(string run)
    {
        var text = ContractJson.Canonical(SourceSpecs.All[run]);
        Assert.Equal(text, ContractJson.Canonical(ContractJson.Read<ExperimentSpec>(text)));
    }

    /// <summary>What the spec of a reader's own network might get wrong, with the place and the sentence.</summary>
    [Fact]
    public static void Mistakes_are_told_with_their_place() =>
        Assert.Equal(
            [
                "layers-mismatched model.layers[0]: The first layer takes 780 values, and the images have 784.",
                "size-invalid model.layers[1]: Expected a whole number, 1 or more.",
                "member-missing model.activation: A model of kind 'dense' needs 'activation'.",
                "member-needless model.tied: A model of kind 'vae' has no 'tied'.",
                "member-needless model.code: A model of kind 'vae' has no 'code'.",
                "layers-incomplete model.layers: Principal components have two sizes, those of the images and of the code.",
                "training-needless model.kind: Principal components have a closed form: no epochs, batch, optimizer, noise, head or 'after'.",
                "loss-unfit loss: 'bce' takes outputs in (0, 1), so the output must be 'sigmoid'.",
                "loss-unfit loss: 'cce' compares classes; images take 'mse' or 'bce'.",
                "loss-unfit loss: A softmax over classes takes 'mse' or 'cce', not 'bce'.",
                "head-missing target: Labels are the target of a head, and there is no 'head'.",
                "target-unfit target: A head is trained on labels: expected 'target: labels'.",
                "head-unfit head: A model of kind 'vae' takes no head.",
                "classes-invalid head.classes: Labels are told apart in 2 to 256 classes.",
                "rate-invalid optimizer.rate: A learning rate is above 0, and this is -0.001.",
                "schedule-unordered optimizer.schedule[1].epoch: Expected an epoch after 5, found 5.",
                "noise-invalid noise.amount: A pixel is zeroed with a probability in (0, 1].",
                "noise-invalid greedy.noise.amount: A standard deviation is above 0.",
                "greedy-unfit greedy: A run that starts from another is not trained layer by layer.",
                "greedy-unfit greedy: Layers are trained one by one in an untied dense model only.",
                "probe-unfit probes[1]: There is no probe 'manifold' here; known are codes, filters, reconstructions.",
                "epochs-invalid epochs: A run has one epoch or more.",
                "batch-invalid batch: A batch has one image or more.",
                "member-missing optimizer: A run that is trained needs an optimizer.",
            ],
            new[]
            {
                Dense(m => m with { Layers = [780, 2] }),
                Dense(m => m with { Layers = [784, 0, 2] }),
                Dense(m => m with { Activation = null }),
                Vae(m => m with { Tied = true }),
                Vae(m => m with { Code = Activation.Linear }),
                SourceSpecs.Pca with
                {
                    Model = SourceSpecs.Pca.Model with { Layers = [784, 10, 2] },
                },
                SourceSpecs.Pca with
                {
                    Epochs = 3,
                },
                SourceSpecs.Sae with
                {
                    Loss = Loss.Bce,
                },
                SourceSpecs.Sae with
                {
                    Loss = Loss.Cce,
                },
                SourceSpecs.SdaeSupervised with
                {
                    Loss = Loss.Bce,
                },
                SourceSpecs.SdaeSupervised with
                {
                    Head = null,
                },
                SourceSpecs.SdaeSupervised with
                {
                    Target = Target.Clean,
                },
                SourceSpecs.VaeMse with
                {
                    Head = new HeadSpec(HeadInput.Code, 10),
                    Target = Target.Labels,
                },
                SourceSpecs.SdaeSupervised with
                {
                    Head = new HeadSpec(HeadInput.Code, 1),
                },
                Optimizer(o => o with { Rate = -0.001 }),
                Optimizer(o => o with { Schedule = [new RateStep(5, 0.0001), new RateStep(5, 0.00001)] }),
                SourceSpecs.DaeWide with
                {
                    Noise = new NoiseSpec(NoiseKind.Masking, 1.5, NoiseDraw.Anew),
                },
                SourceSpecs.SdaeGreedy with
                {
                    Greedy = new GreedySpec(1, new NoiseSpec(NoiseKind.Gaussian, -1, NoiseDraw.Anew)),
                },
                SourceSpecs.SdaeGreedy with
                {
                    After = "sdae",
                },
                SourceSpecs.AeTied with
                {
                    Greedy = new GreedySpec(1, null),
                },
                SourceSpecs.Sae with
                {
                    Probes = ["codes", "manifold"],
                },
                SourceSpecs.Sae with
                {
                    Epochs = 0,
                },
                SourceSpecs.Sae with
                {
                    Batch = 0,
                },
                SourceSpecs.Sae with
                {
                    Optimizer = null,
                },
            }.Select(spec => Told(Assert.Single(SpecChecks.Of(spec, 784))))
        );

    [Fact]
    public static void Layers_that_do_not_chain_are_told_with_their_place() =>
        Assert.Equal(
            [
                "layer-misplaced model.encoder[1]: A 'conv' layer takes an image, and a vector of 32 comes in; a 'reshape' layer makes an image of it.",
                "layer-misplaced model.decoder[0]: A 'upsample' layer takes an image, and a vector of 49 comes in; a 'reshape' layer makes an image of it.",
                "pool-uneven model.encoder[2].size: An image of 7×7×1 does not divide into squares of 2.",
                "kernel-even model.encoder[0].kernel: A kernel has a middle, so its side is odd, and 4 is even.",
                "size-invalid model.encoder[0].channels: Expected a whole number, 1 or more.",
                "member-missing model.encoder[0].activation: The layer names no activation; 'linear' is one.",
                "decoder-mismatched model.decoder: The decoder gives 14×14×1, and the images are 28×28×1.",
                "decoder-mismatched model.decoder: The decoder ends in a layer with an activation.",
                "shape-mismatched model.decoder[0].shape: 7×7×8 holds 392 numbers, and 2 comes in, 2.",
                "layers-incomplete model.encoder: An encoder has at least one layer.",
                "layers-mismatched model.input: The input is 32×32×1, and the images have 784 pixels.",
            ],
            new[]
            {
                Conv([Units(32), Image(8)], [Image(1)]),
                Conv([Units(49)], [Scale(LayerKind.Upsample, 4), Image(1)]),
                Conv([Scale(LayerKind.Pool, 2), Scale(LayerKind.Pool, 2), Scale(LayerKind.Pool, 2)], []),
                Conv([Image(8) with { Kernel = 4 }], [Image(1)]),
                Conv([Image(0)], [Image(1)]),
                Conv([Image(8) with { Activation = null }], [Image(1)]),
                Conv([Scale(LayerKind.Pool, 2)], [Image(1)]),
                Conv([Scale(LayerKind.Pool, 2)], [Scale(LayerKind.Upsample, 2)]),
                Conv([Units(2)], [new LayerSpec { Kind = LayerKind.Reshape, Shape = [7, 7, 8] }]),
                Conv([], [Image(1)]),
                SourceSpecs.Cae with
                {
                    Model = SourceSpecs.Cae.Model with { Input = [32, 32, 1] },
                },
            }.Select(spec => Told(Assert.Single(SpecChecks.Of(spec, 784))))
        );

    [Fact]
    public static void Mistakes_in_several_places_are_told_together() =>
        Assert.Equal(
            ["layers-mismatched", "epochs-invalid", "loss-unfit"],
            SpecChecks
                .Of(Dense(m => m with { Layers = [1, 2] }) with { Epochs = -1, Loss = Loss.Bce }, 784)
                .Select(p => p.Code)
        );

    [Fact]
    public static void A_convolutional_network_may_end_in_two_numbers() =>
        Assert.Empty(
            SpecChecks.Of(
                Conv(
                    [Image(4), Scale(LayerKind.Pool, 4), Units(2)],
                    [
                        Units(49),
                        new LayerSpec { Kind = LayerKind.Reshape, Shape = [7, 7, 1] },
                        Scale(LayerKind.Upsample, 4),
                        Image(1),
                    ]
                ),
                784
            )
        );

    [Fact]
    public static void A_run_starts_from_another_of_the_same_model_only()
    {
        Assert.Null(SpecChecks.After(SourceSpecs.SdaeSupervised, SourceSpecs.Sdae));
        Assert.Equal(
            "parent-mismatched after: 'sdae' has another model, so its weights do not fit; 'from: sdae' would inherit it.",
            Told(SpecChecks.After(SourceSpecs.SdaeSupervised, SourceSpecs.Cae)!)
        );
    }

    [Fact]
    public static void Codes_are_compared_with_codes_of_the_same_shape_and_data()
    {
        Assert.Null(SpecChecks.Against(SourceSpecs.VaeMse, SourceSpecs.VaeBce));
        Assert.Equal(
            "codes-incomparable against: Codes of 'vae_bce' are 7×7×8, and these 2.",
            Told(SpecChecks.Against(SourceSpecs.VaeMse, SourceSpecs.Cae)!)
        );
        Assert.Equal(
            "codes-incomparable against: 'vae_bce' was made with other data.",
            Told(SpecChecks.Against(SourceSpecs.VaeMse, SourceSpecs.VaeBce with { Data = Specs.Strokes.Data })!)
        );
    }

    private static string Told(SpecProblem problem) => $"{problem.Code} {problem.Path}: {problem.Message}";

    private static ExperimentSpec Dense(Func<ModelSpec, ModelSpec> change) =>
        SourceSpecs.Sae with
        {
            Model = change(SourceSpecs.Sae.Model),
        };

    private static ExperimentSpec Vae(Func<ModelSpec, ModelSpec> change) =>
        SourceSpecs.VaeBce with
        {
            Model = change(SourceSpecs.VaeBce.Model),
        };

    private static ExperimentSpec Optimizer(Func<OptimizerSpec, OptimizerSpec> change) =>
        SourceSpecs.Sae with
        {
            Optimizer = change(SourceSpecs.Sae.Optimizer!),
        };

    private static ExperimentSpec Conv(IReadOnlyList<LayerSpec> encoder, IReadOnlyList<LayerSpec> decoder) =>
        SourceSpecs.Cae with
        {
            Model = SourceSpecs.Cae.Model with { Encoder = encoder, Decoder = decoder },
            Loss = Loss.Mse,
        };

    private static LayerSpec Image(int channels) =>
        new()
        {
            Kind = LayerKind.Conv,
            Channels = channels,
            Kernel = 3,
            Activation = Activation.Sigmoid,
        };

    private static LayerSpec Units(int units) =>
        new()
        {
            Kind = LayerKind.Dense,
            Units = units,
            Activation = Activation.Relu,
        };

    private static LayerSpec Scale(LayerKind kind, int size) => new() { Kind = kind, Size = size };
}
