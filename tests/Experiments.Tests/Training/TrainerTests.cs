using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Training;

public static class TrainerTests
{
    private static readonly ExperimentSpec Tiny = Specs.Tiny(6, 4, 2) with { Epochs = 5 };

    [Fact]
    public static void Equal_seeds_repeat_bit_for_bit_and_different_seeds_differ()
    {
        Assert.Equal(Weights(Tiny), Weights(Tiny));
        Assert.NotEqual(Weights(Tiny), Weights(Tiny with { Seed = 2 }));
    }

    [Fact]
    public static void Noise_and_its_target_matter()
    {
        var noise = new NoiseSpec(NoiseKind.Gaussian, 0.5, NoiseDraw.Once);
        var variants = new[]
        {
            Tiny,
            Tiny with
            {
                Noise = noise,
            },
            Tiny with
            {
                Noise = noise,
                Target = Target.Input,
            },
            Tiny with
            {
                Noise = noise with { Drawn = NoiseDraw.Anew },
            },
            Tiny with
            {
                Noise = new NoiseSpec(NoiseKind.Masking, 0.3, NoiseDraw.Anew),
            },
        };
        Assert.Equal(variants.Length, variants.Select(v => Convert.ToHexString(Weights(v))).Distinct().Count());
    }

    [Fact]
    public static void The_loss_falls()
    {
        var curve = Train(Tiny with { Epochs = 200, Optimizer = Tiny.Optimizer! with { Rate = 0.01 } }).Curve;
        Assert.Equal(200, curve.Count);
        Assert.True(curve[^1].Train[0] < curve[0].Train[0] / 3, $"{curve[0].Train[0]} → {curve[^1].Train[0]}");
        Assert.True(curve[^1].Test[0] < curve[0].Test[0] / 3);
    }

    /// <summary>30 images in batches of 8: three whole ones and one of 6, each counting by its size.</summary>
    [Fact]
    public static void The_epoch_s_loss_is_the_mean_over_images()
    {
        var seen = new List<TrainingProgress>();
        var still = Tiny with { Epochs = 1, Optimizer = Tiny.Optimizer! with { Rate = 1e-30 } };
        var (curve, model) = Train(still, seen.Add);
        Assert.Equal([8 / 30.0, 16 / 30.0, 24 / 30.0, 1], seen.Select(p => p.Part));
        Assert.Equal(new Evaluator(still, model).Losses(Specs.TinyData.Train, "train")[0], curve[0].Train[0], 1e-6);
        Assert.Equal(curve[0].Train[0], seen[^1].Loss);
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(30, 1)]
    [InlineData(64, 1)]
    public static void An_epoch_has_as_many_steps_as_batches(int batch, int steps)
    {
        var seen = new List<TrainingProgress>();
        Train(Tiny with { Epochs = 1, Batch = batch }, seen.Add);
        Assert.Equal(steps, seen.Count);
    }

    [Fact]
    public static void A_loss_that_is_no_number_stops_the_run_and_says_where()
    {
        var wild = Tiny with { Optimizer = Tiny.Optimizer! with { Rate = 1e30 }, Model = Linear(Tiny.Model) };
        var error = Assert.Throws<RunException>(() => Train(wild));
        Assert.Equal("loss-diverged", error.Code);
        Assert.Equal("The loss diverged at epoch 1, step 2: it is no finite number.", error.Message);
    }

    /// <summary>Whatever changes this curve changes every published number.</summary>
    [Fact]
    public static void A_tiny_run_has_this_curve() =>
        Assert.Equal(
            [
                "0.3323308414883083 0.30565929412841797",
                "0.3221807373894585 0.29667849010891384",
                "0.3121341758304172 0.2880592876010471",
            ],
            Train(Tiny with { Epochs = 3 })
                .Curve.Select(e => FormattableString.Invariant($"{e.Train[0]:R} {e.Test[0]:R}"))
        );

    [Fact]
    public static void Evaluation_draws_the_same_noise_whatever_the_seed()
    {
        var noisy = Tiny with { Noise = new NoiseSpec(NoiseKind.Gaussian, 0.5, NoiseDraw.Anew) };
        var model = Networks.Build(noisy, 6);
        var one = new Evaluator(noisy, model).Evaluate(Specs.TinyData.Test, "test");
        var two = new Evaluator(noisy with { Seed = 9 }, model).Evaluate(Specs.TinyData.Test, "test");
        Assert.Equal(one.Parts, two.Parts);
        Assert.Equal(one.Codes, two.Codes);
    }

    private static ModelSpec Linear(ModelSpec model) =>
        model with
        {
            Activation = Activation.Linear,
            Code = Activation.Linear,
            Output = Activation.Linear,
        };

    private static byte[] Weights(ExperimentSpec spec) => SafeTensors.Write(Train(spec).Model.Parameters);

    private static (IReadOnlyList<EpochRecord> Curve, Model Model) Train(
        ExperimentSpec spec,
        Action<TrainingProgress>? report = null
    )
    {
        var model = Networks.Build(spec, 6);
        return (Trainer.Train(spec, model, Specs.TinyData, report ?? (_ => { })).Curve, model);
    }
}
