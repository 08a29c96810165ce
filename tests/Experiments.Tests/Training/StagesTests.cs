using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Training;

/// <summary>Runs that are more than one stage of one network.</summary>
public static class StagesTests
{
    private static readonly ExperimentSpec Tiny = Specs.Tiny(6, 4, 3, 2) with { Epochs = 2 };

    [Fact]
    public static void Greedy_training_goes_layer_by_layer_and_then_through_the_whole()
    {
        var spec = Tiny with { Greedy = new GreedySpec(3, new NoiseSpec(NoiseKind.Masking, 0.3, NoiseDraw.Anew)) };
        var epochs = new List<int>();
        var record = Trainer.Train(spec, Networks.Build(spec, 6), Specs.TinyData, p => epochs.Add(p.Epoch));
        Assert.Equal(3 * 3 + 2, Trainer.Epochs(spec));
        Assert.Equal(Enumerable.Range(1, 11), epochs.Distinct());
        Assert.Equal([3, 3, 3], record.Greedy.Select(c => c.Count));
        Assert.Equal(2, record.Curve.Count);
    }

    /// <summary>While one layer learns, those below keep what they learnt.</summary>
    [Fact]
    public static void The_first_layers_alone_are_those_of_a_shallower_stack()
    {
        var greedy = new GreedySpec(2, null);
        var (deep, shallow) = (Networks.Build(Tiny, 6).Autoencoder, Networks.Build(Tiny, 6).Autoencoder);
        var samples = new Samples(Specs.TinyImages(30));
        GreedyTraining.Train(Tiny with { Greedy = greedy }, deep, samples, _ => { });
        var pair = new Network([shallow.Layers[0], shallow.Layers[^1]], 0);
        GreedyTraining.Train(Tiny with { Greedy = greedy }, pair, samples, _ => { });
        Assert.Equal(SafeTensors.Write(deep.Layers[0].Parameters), SafeTensors.Write(shallow.Layers[0].Parameters));
        Assert.Equal(SafeTensors.Write(deep.Layers[^1].Parameters), SafeTensors.Write(shallow.Layers[^1].Parameters));
    }

    [Fact]
    public static void A_classifier_learns_and_leaves_the_decoder_alone()
    {
        var spec = Tiny with
        {
            Epochs = 200,
            Optimizer = Tiny.Optimizer! with { Rate = 0.02 },
            Head = new HeadSpec(HeadInput.Code, 10),
            Target = Target.Labels,
        };
        var model = Networks.Build(spec, 6);
        var decoder = SafeTensors.Write(model.Autoencoder.Layers.Skip(3).SelectMany(l => l.Parameters));
        var curve = Trainer.Train(spec, model, Specs.TinyData, _ => { }).Curve;
        Assert.Equal(decoder, SafeTensors.Write(model.Autoencoder.Layers.Skip(3).SelectMany(l => l.Parameters)));
        Assert.True(curve[^1].Train[1] > curve[0].Train[1] + 0.2, $"{curve[0].Train[1]} → {curve[^1].Train[1]}");
        Assert.InRange(curve[^1].Test[1], 0, 1);
    }

    [Fact]
    public static void Labels_beyond_the_classes_are_told()
    {
        var spec = Tiny with { Head = new HeadSpec(HeadInput.Code, 5), Target = Target.Labels };
        var error = Assert.Throws<RunException>(() =>
            Trainer.Train(spec, Networks.Build(spec, 6), Specs.TinyData, _ => { })
        );
        Assert.Equal("head.classes: There are 5 classes, and the data have a label 9.", error.Message);
    }

    [Fact]
    public static void A_schedule_changes_the_rate_from_its_epochs_on()
    {
        var parameter = Parameter.Vector("w", 8);
        var adam = new Adam(
            Tiny.Optimizer! with
            {
                Schedule = [new RateStep(3, 0.1), new RateStep(5, 0.01)],
            },
            [parameter]
        );
        parameter.Gradient.Span.Fill(1);
        var steps = new List<double>();
        for (var epoch = 1; epoch <= 6; epoch++)
        {
            var before = parameter.Value.Span[0];
            adam.Begin(epoch);
            adam.Step();
            steps.Add(Math.Round(before - parameter.Value.Span[0], 5));
        }
        Assert.Equal([0.001, 0.001, 0.1, 0.1, 0.01, 0.01], steps);
    }

    /// <summary>No linear code of that size restores images better, and no two directions are skewed.</summary>
    [Fact]
    public static void Principal_components_need_no_epochs()
    {
        var spec = SourceSpecs.Pca with { Model = SourceSpecs.Pca.Model with { Layers = [6, 2] } };
        var model = Networks.Build(spec, 6);
        Assert.Empty(Trainer.Train(spec, model, Specs.TinyData, _ => { }).Curve);
        var pca = new Evaluator(spec, model).Evaluate(Specs.TinyData.Train, "train");
        Assert.Equal(pca.Mse, pca.Parts[0], 1e-6);
        var linear = Specs.Tiny(6, 2) with
        {
            Model = Specs.Tiny(6, 2).Model with { Code = Activation.Linear, Output = Activation.Linear },
            Epochs = 800,
            Optimizer = Tiny.Optimizer! with { Rate = 0.01 },
        };
        var trained = Networks.Build(linear, 6);
        Trainer.Train(linear, trained, Specs.TinyData, _ => { });
        var mse = new Evaluator(linear, trained).Evaluate(Specs.TinyData.Train, "train").Mse;
        Assert.InRange(mse, pca.Mse - 1e-5, pca.Mse * 1.05);
        Assert.Equal(0, Filters.Orthogonality(((Dense)model.Autoencoder.Layers[0]).Weight.Value), 1e-4);
    }

    [Fact]
    public static void A_variational_one_is_judged_by_both_terms_and_coded_by_its_mean()
    {
        var spec = SourceSpecs.VaeBce with { Model = SourceSpecs.VaeBce.Model with { Layers = [6, 5, 2] }, Epochs = 3 };
        var model = Networks.Build(spec, 6);
        var curve = Trainer.Train(spec, model, Specs.TinyData, _ => { }).Curve;
        Assert.All(curve, e => Assert.Equal(e.Train[0], e.Train[1] + e.Train[2], 1e-9));
        var evaluator = new Evaluator(spec, model);
        var evaluation = evaluator.Evaluate(Specs.TinyData.Test, "test");
        Assert.Equal(evaluation.Parts, evaluator.Losses(Specs.TinyData.Test, "test"));
        Assert.Equal(evaluation.Parts, curve[^1].Test);
        var kl = evaluation.Codes.Zip(
            evaluation.Deviations,
            (m, s) => -0.5 * (1 + 2 * Math.Log(s) - (double)m * m - (double)s * s)
        );
        Assert.Equal(kl.Sum() / 12, evaluation.Parts[2], 1e-5);
    }

    /// <summary>Whatever changes these numbers changes every published one.</summary>
    [Theory]
    [InlineData("cae")]
    [InlineData("vae_bce")]
    [InlineData("sdae_greedy")]
    [InlineData("cae_supervised")]
    public static void Equal_seeds_repeat_bit_for_bit_and_different_seeds_differ(string run)
    {
        var spec = Rehearsal.Of(SourceSpecs.All[run], 1) with { After = null };
        var data = new Dataset(Few(70), Few(10));
        Assert.Equal(Weights(spec), Weights(spec));
        Assert.NotEqual(Weights(spec), Weights(spec with { Seed = 2 }));

        byte[] Weights(ExperimentSpec s)
        {
            var model = Networks.Build(s, 784);
            Trainer.Train(s, model, data, _ => { });
            return SafeTensors.Write(model.Parameters);
        }
    }

    private static ImageSet Few(int count)
    {
        var strokes = Strokes.Draw().Test;
        return strokes with { Pixels = strokes.Pixels[..(count * 784)], Labels = strokes.Labels[..count] };
    }
}
