using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Xunit;

namespace Recto.Tests.Content;

/// <summary>One declaration, several runs: what they are called, what they are, what expressions can say of all of them.</summary>
public static class SweepsTests
{
    private const string Declared = """
        ---
        title: 题
        experiments:
          base: { model: { kind: dense, layers: [784, 2], activation: tanh, output: sigmoid }, data: mnist, epochs: 5 }
          width:
            foreach: { code: [2, 16], amount: [0.5, 1e-3] }
            from: base
            model: { layers: [784, $code] }
            noise: { kind: gaussian, amount: $amount }
            seeds: 2
          tuned: { from: width, after: width_$code_$amount }
        ---
        # 题 {#top}

        """;

    [Fact]
    public static void Each_combination_is_a_run_of_its_own()
    {
        var book = Read(Declared);
        Assert.Equal(
            ["base", "width_2_0_5", "width_2_1em3", "width_16_0_5", "width_16_1em3"],
            book.Experiments.Keys.Take(5)
        );
        Assert.Equal([784, 16], book.Experiments["width_16_1em3"].Spec.Model.Layers!);
        Assert.Equal(0.001, book.Experiments["width_16_1em3"].Spec.Noise!.Amount);
        Assert.All(book.Experiments.Values.Skip(1), e => Assert.Equal(2, e.Seeds));
        var sweep = book.Sweeps["width"];
        Assert.Equal(("width", "code amount"), (sweep.Id, string.Join(' ', sweep.Keys)));
        Assert.Equal(["2", "1e-3"], sweep.Members[1].Values);
        Assert.Equal(
            ["width_16_0_5", "width_16_0_5.2"],
            Planner
                .Plan(book, demo: false, new())
                .Runs.Select(r => r.Id)
                .Where(id => id.StartsWith("width_16_0", StringComparison.Ordinal))
        );
    }

    [Fact]
    public static void A_sweep_goes_with_the_runs_of_another_by_their_names()
    {
        var book = Read(Declared);
        Assert.Equal("width_16_0_5", book.Experiments["tuned_16_0_5"].Spec.After);
        Assert.Equal("width_2_1em3", book.Experiments["tuned_2_1em3"].Spec.After);
    }

    [Theory]
    [InlineData("width.test.mse.min | fixed 3", "0.020", 4)]
    [InlineData("width.test.mse.max | fixed 3", "0.060", 4)]
    [InlineData("width.test.mse.at_min", "16", 4)]
    [InlineData("width.test.mse.at_max", "2", 4)]
    [InlineData("width_2.test.mse.mean | fixed 3", "0.060", 2)]
    [InlineData("width.test.mse.max / width.test.mse.min | times 1", "3.0×", 4)]
    public static void Expressions_speak_of_one_run_or_of_all(string expression, string text, int sources)
    {
        var bag = new DiagnosticBag();
        var said = Evaluator.Evaluate(new(expression, Place.Top("x")), Facts, Language.English, bag);
        Assert.Empty(bag.Sorted());
        Assert.Equal((text, sources), (said!.Text, said.Sources.Count));
    }

    [Theory]
    [InlineData("width.test.mse | fixed 3", "'fixed' is used on a number, like this: x | fixed 4")]
    [InlineData("width.test.mse", "'width.test.mse' is a group of values; name one of at_max, at_min, max, min")]
    [InlineData("width.curve.loss[1] | fixed 3", "there is no 'width.curve'; known: test")]
    public static void For_itself_a_sweep_is_no_number(string expression, string mistake)
    {
        var bag = new DiagnosticBag();
        Evaluator.Evaluate(new(expression, Place.Top("x")), Facts, Language.English, bag);
        Assert.Equal(mistake, Assert.Single(bag.Sorted()).Message);
    }

    private static IReadOnlyDictionary<string, RunFacts> Facts { get; } =
        SweepFacts.With(
            new Dictionary<string, RunFacts> { ["width_2"] = Of(0.05, 0.07), ["width_16"] = Of(0.01, 0.03) },
            [
                new Sweep(
                    "width",
                    ["code"],
                    [new SweepMember("width_2", ["2"]), new SweepMember("width_16", ["16"])],
                    Place.Top("x")
                ),
            ]
        );

    private static RunFacts Of(double first, double second) => Of(first) with { Further = [Of(second)] };

    private static RunFacts Of(double mse) =>
        new(
            new ExperimentSpec
            {
                Model = new ModelSpec { Kind = ModelKind.Dense },
                Data = new DataSpec("mnist", DataKind.Idx, ""),
                Target = Target.Clean,
                Loss = Loss.Mse,
                Epochs = 1,
                Batch = 64,
                Seed = 1,
            },
            new Dictionary<string, double> { ["test.mse"] = mse },
            new Dictionary<string, IReadOnlyList<double>>(),
            1
        );

    private static Book Read(string chapter)
    {
        using var report = new TinyReport();
        report.Write($"{TinyReport.Chapter}zh.md", chapter);
        var book = report.Read();
        Assert.Empty(report.Mistakes);
        return book!;
    }
}
