using CsCheck;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Content;

public static class ExpressionsTests
{
    private static readonly ExperimentSpec Spec = new()
    {
        Model = new ModelSpec
        {
            Kind = ModelKind.Dense,
            Layers = [784, 2],
            Activation = Activation.Tanh,
        },
        Data = new DataSpec("mnist", DataKind.Idx, "0"),
        Target = Target.Clean,
        Loss = Loss.Mse,
        Optimizer = new OptimizerSpec { Kind = OptimizerKind.Adam, Rate = 0.001 },
        Epochs = 100,
        Batch = 64,
        Seed = 1,
    };

    private static readonly ExperimentSpec Convolutional = Spec with
    {
        Model = new ModelSpec
        {
            Kind = ModelKind.Conv,
            Encoder =
            [
                new LayerSpec { Kind = LayerKind.Conv, Channels = 16 },
                new LayerSpec { Kind = LayerKind.Pool, Size = 2 },
            ],
        },
        Noise = new NoiseSpec(NoiseKind.Gaussian, 0.5, NoiseDraw.Anew),
    };

    private static readonly Dictionary<string, RunFacts> Runs = new()
    {
        ["ae"] = Facts(mse: 0.056, loss: [0.09, 0.07]),
        ["dae"] = Facts(mse: 0.07, loss: [0.1, 0.08]),
        ["cae"] = Facts(mse: 0.01, loss: [0.1]) with { Spec = Convolutional },
    };

    [Theory]
    // Numbers as they are printed
    [InlineData("ae.test.mse | fixed 4", "0.0560")]
    [InlineData("-ae.test.mse | fixed 2", "−0.06")]
    [InlineData("-0.0001 | fixed 2", "0.00")]
    [InlineData("ae.latent.knn | percent 1", "95.3%")]
    [InlineData("ae.parameters | integer", "3\u202F922")]
    [InlineData("ae.parameters", "3922")]
    [InlineData("-1234567.4 | integer", "−1\u202F234\u202F567")]
    [InlineData("999.4 | integer", "999")]
    [InlineData("999.6 | integer", "1\u202F000")]
    [InlineData("0.000123 | scientific 1", "1.2×10⁻⁴")]
    [InlineData("-60000.0 | scientific 0", "−6×10⁴")]
    [InlineData("dae.test.mse / ae.test.mse | times 2", "1.25×")]
    // What can be asked of a run
    [InlineData("ae.curve.loss[1] | fixed 2", "0.07")]
    [InlineData("ae.curve.test.loss[0] | fixed 2", "0.19")]
    [InlineData("ae.spec.epochs", "100")]
    [InlineData("ae.spec.model.layers[0]", "784")]
    [InlineData("ae.spec.optimizer.rate | fixed 3", "0.001")]
    [InlineData("ae.spec.model.activation", "tanh")]
    [InlineData("cae.spec.model.encoder[0].channels", "16")]
    [InlineData("cae.spec.model.encoder[1].kind", "pool")]
    [InlineData("cae.spec.noise.amount | fixed 1", "0.5")]
    [InlineData("ae.time.train / 60 | fixed 1", "1.5")]
    // Arithmetic and comparisons
    [InlineData("(dae.test.mse - ae.test.mse) / ae.test.mse | percent 0", "25%")]
    [InlineData("ae.test.mse | sqrt | fixed 3", "0.237")]
    [InlineData("(math.abs (ae.test.mse - 0.06)) < 0.005", "true")]
    [InlineData("(abs (ae.test.mse - 0.06)) < 0.003", "false")]
    [InlineData("ae.test.mse < dae.test.mse && !(ae.spec.epochs == 50)", "true")]
    [InlineData("ae.test.mse < dae.test.mse ? \"lower\" : \"higher\"", "lower")]
    [InlineData("ae.spec.epochs * 2 - 1", "199")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    public static void An_expression_is_printed_so(string expression, string text) =>
        Assert.Equal(text, Evaluate(expression).Text);

    [Theory]
    [InlineData("1 + 1 | fixed 0", "")]
    [InlineData("ae.test.mse | fixed 4", "ae test.mse")]
    [InlineData("(dae.test.mse - ae.test.mse) / ae.test.mse | percent 0", "ae test.mse, dae test.mse")]
    [InlineData("ae.curve.test.loss[1] | fixed 4", "ae curve.test.loss[1]")]
    [InlineData("ae.spec.model.layers[1]", "ae spec.model.layers[1]")]
    [InlineData("ae.time.train | integer", "ae time.train")]
    public static void Every_measurement_read_is_told(string expression, string sources) =>
        Assert.Equal(sources, string.Join(", ", Evaluate(expression).Sources.Select(s => $"{s.Run} {s.Path}")));

    [Theory]
    [InlineData("ae.test.mse - dae.test.mse | fixed 1", "ae dae")]
    [InlineData("abs (later.test.mse) | fixed 1", "later")]
    [InlineData("1 +", "")]
    public static void The_runs_of_an_expression_are_known_without_evaluating_it(string expression, string runs) =>
        Assert.Equal(runs, string.Join(' ', Evaluator.Runs(At(expression))));

    [Fact]
    public static void Before_training_there_is_no_time()
    {
        var bag = new DiagnosticBag();
        var runs = new Dictionary<string, RunFacts> { ["ae"] = Runs["ae"] with { TrainSeconds = null } };
        Assert.Null(Evaluator.Evaluate(At("ae.time.train | integer"), runs, Language.English, bag));
        Assert.Equal(
            "zh.md(3,10): error fact-unknown: there is no 'ae.time'; known: curve, latent, parameters, spec, test",
            Assert.Single(bag.Sorted()).ToString()
        );
    }

    [Fact]
    public static void Facts_cannot_be_changed() => Assert.Null(Try("ae.test.mse = 1"));

    [Fact]
    public static void Evaluations_on_many_threads_do_not_mix() =>
        Parallel.For(0, 1000, i => Assert.Equal($"{i}", Evaluate($"ae.spec.epochs - 100 + {i}").Text));

    [Fact]
    public static void No_text_makes_it_throw_or_point_outside_of_itself() =>
        Gen.OneOf(Gen.String[Gen.Char["ae.test[](){}|&<>!?:'\"0123456789 \n+-*/=;@$^%~,"], 0, 40], Gen.String[0, 20])
            .Sample(
                text =>
                {
                    var bag = new DiagnosticBag();
                    var value = Evaluator.Evaluate(At(text), Runs, Language.Chinese, bag);
                    var end = SourceText.Of(At(text)).PlaceAt(text.Length);
                    Assert.Equal(value is null, bag.HasErrors);
                    Assert.All(bag.Sorted(), d => Assert.True(IsWithin(d.Place!, end), $"{d} of {text}"));
                },
                iter: 20_000
            );

    private static bool IsWithin(Place place, Place end) =>
        (place.Line, place.Column).CompareTo((3, 7)) >= 0
        && (place.Line, place.Column).CompareTo((end.Line, end.Column)) <= 0;

    private static Evaluated Evaluate(string expression)
    {
        var bag = new DiagnosticBag();
        var value = Evaluator.Evaluate(At(expression), Runs, Language.English, bag);
        Assert.Equal("", string.Join('\n', bag.Sorted()));
        return value!;
    }

    private static Evaluated? Try(string expression) =>
        Evaluator.Evaluate(At(expression), Runs, Language.English, new DiagnosticBag());

    private static Located<string> At(string expression) => new(expression, new Place("zh.md", 3, 7));

    private static RunFacts Facts(double mse, double[] loss) =>
        new(
            Spec,
            new Dictionary<string, double>
            {
                ["test.mse"] = mse,
                ["latent.knn"] = 0.953,
                ["parameters"] = 3922,
            },
            new Dictionary<string, IReadOnlyList<double>>
            {
                ["loss"] = loss,
                ["test.loss"] = [.. loss.Select(x => x + 0.1)],
            },
            90
        );
}
