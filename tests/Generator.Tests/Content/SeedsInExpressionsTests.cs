using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Content;

/// <summary>What an expression can say of a run with seeds. Three seeds of <c>ae</c> measured 0.05, 0.06 and 0.07.</summary>
public static class SeedsInExpressionsTests
{
    private static readonly Dictionary<string, RunFacts> Runs = new()
    {
        ["ae"] = Facts(0.05) with { Further = [Facts(0.06), Facts(0.07)] },
        ["dae"] = Facts(0.081) with { Further = [Facts(0.08), Facts(0.085), Facts(0.082)] },
        ["same"] = Facts(0.06) with { Further = [Facts(0.06)] },
        ["one"] = Facts(0.09),
    };

    [Theory]
    [InlineData("ae.test.mse | spread 3", "0.060\u202F±\u202F0.010")]
    [InlineData("ae.test.accuracy | spread_percent 1", "94.0\u202F±\u202F1.0%")]
    // A deviation below the last digit of the mean is said to be below it; none at all is not said
    [InlineData("ae.test.mse | spread 1", "0.1\u202F±\u202F<0.1")]
    [InlineData("ae.test.accuracy | spread_percent 0", "94\u202F±\u202F1%")]
    [InlineData("same.test.mse | spread 2", "0.06")]
    [InlineData("same.test.accuracy | spread_percent 1", "94.0%")]
    [InlineData("ae.test.mse.mean | fixed 3", "0.060")]
    [InlineData("ae.test.mse.sd | fixed 3", "0.010")]
    [InlineData("ae.test.mse.min | fixed 3", "0.050")]
    [InlineData("ae.test.mse.max | fixed 3", "0.070")]
    [InlineData("ae.test.mse.all[0] | fixed 3", "0.050")]
    [InlineData("ae.test.mse.all[2] | fixed 3", "0.070")]
    [InlineData("ae.curve.loss.mean[1] | fixed 3", "0.120")]
    [InlineData("ae.curve.loss.sd[1] | fixed 3", "0.020")]
    [InlineData("ae.curve.loss.max[0] | fixed 3", "0.070")]
    [InlineData("ae.curve.loss.all[2][1] | fixed 3", "0.140")]
    [InlineData("ae.curve.test.loss.min[1] | fixed 3", "0.100")]
    [InlineData("dae.test.mse.mean - ae.test.mse.mean | fixed 3", "0.022")]
    // What no seed changes is one number
    [InlineData("ae.parameters", "3922")]
    [InlineData("ae.spec.seed", "1")]
    [InlineData("ae.time.train | integer", "5")]
    public static void An_expression_is_printed_so(string expression, string text) =>
        Assert.Equal(text, Evaluate(expression).Text);

    [Theory]
    [InlineData("ae.test.mse | spread 3", "ae test.mse, ae.2 test.mse, ae.3 test.mse")]
    [InlineData("ae.test.mse.mean | fixed 3", "ae test.mse, ae.2 test.mse, ae.3 test.mse")]
    [InlineData("ae.test.mse.all[1] | fixed 3", "ae.2 test.mse")]
    [InlineData("ae.curve.loss.mean[1] | fixed 3", "ae curve.loss[1], ae.2 curve.loss[1], ae.3 curve.loss[1]")]
    [InlineData("ae.curve.loss.all[2][1] | fixed 3", "ae.3 curve.loss[1]")]
    [InlineData("same.test.mse.mean - one.test.mse | fixed 3", "one test.mse, same test.mse, same.2 test.mse")]
    public static void Every_seed_that_a_number_comes_from_is_told(string expression, string sources) =>
        Assert.Equal(sources, string.Join(", ", Evaluate(expression).Sources.Select(s => $"{s.Run} {s.Path}")));

    /// <summary>
    /// The prediction interval of (0.05, 0.06, 0.07) is 4.3027 · 0.01 · √(4/3) = 0.04968 to each side of 0.06; Welch's
    /// limit to dae is 4.3027 · √(0.01²/3 + 0.002160²/4) = 0.02527.
    /// </summary>
    [Theory]
    [InlineData("agrees one.test.mse \"0.09\"", true, "Digits 0 0.005")]
    [InlineData("agrees one.test.mse \"0.1\"", true, "Digits 0.01 0.05")]
    [InlineData("agrees one.test.mse \"0.0901\"", false, "Digits 0.0001 5E-05")]
    [InlineData("agrees one.test.mse \"9%\"", true, "Digits 0 0.005")]
    [InlineData("agrees one.test.mse \"8%\"", false, "Digits 0.01 0.005")]
    [InlineData("agrees (one.test.mse * 30) \"3×\"", true, "Digits 0.3 0.5")]
    [InlineData("agrees ae.test.mse \"0.109\"", true, "Seeds 0.049 0.04968")]
    [InlineData("agrees ae.test.mse \"0.110\"", false, "Seeds 0.05 0.04968")]
    [InlineData("agrees same.test.mse \"0.0600\"", true, "Digits 0 5E-05")]
    [InlineData("ae.test.mse | agrees \"0.1\"", true, "Digits 0.04 0.05")]
    [InlineData("clearly_above dae.test.mse ae.test.mse", false, "Means 0.022 0.02527")]
    [InlineData("clearly_below ae.test.mse dae.test.mse", false, "Means 0.022 0.02527")]
    [InlineData("clearly_above ae.test.mse dae.test.mse", false, "Means -0.022 0.02527")]
    [InlineData("clearly_below ae.test.mse one.test.mse", false, "Single 0.03 0.04968")]
    [InlineData("clearly_above one.test.mse dae.test.mse", true, "Single 0.008 0.00769")]
    [InlineData("clearly_above same.test.mse same.train.mse", false, "Means 0 0")]
    public static void A_test_derives_its_limit_from_digits_or_seeds(string expression, bool holds, string tolerance)
    {
        var value = Evaluate(expression);
        Assert.Equal(holds, value.Value);
        Assert.Equal(tolerance, Words(Assert.Single(value.Tolerances)));
        Assert.True(Evaluator.IsTruth(At(expression)));
    }

    /// <summary>Of each test, also where the first alone would decide.</summary>
    [Theory]
    [InlineData("!(clearly_above ae.test.mse one.test.mse)", "not Above ae.test.mse, one.test.mse")]
    [InlineData(
        "(clearly_above ae.test.mse one.test.mse) && (agrees one.test.mse \"0.5\")",
        "Above ae.test.mse, one.test.mse; Agrees one.test.mse"
    )]
    [InlineData(
        "(agrees one.test.mse \"0.09\") || !(!(clearly_below ae.test.mse one.test.mse))",
        "Agrees one.test.mse; Below ae.test.mse, one.test.mse"
    )]
    [InlineData("agrees (ae.test.mse.mean / one.test.mse) \"3×\"", "Agrees (ae.test.mse.mean / one.test.mse) = 0.67")]
    public static void A_tolerance_names_what_was_compared(string expression, string told) =>
        Assert.Equal(told, string.Join("; ", Evaluate(expression).Tolerances.Select(Compared)));

    private static string Compared(Tolerance t) =>
        (t.IsNegated ? "not " : "")
        + $"{t.Kind} {string.Join(", ", t.Of)}"
        + (t.Computed is { } value ? FormattableString.Invariant($" = {value:F2}") : "");

    [Theory]
    [InlineData("ae.test.mse | spread 3", "ae.test.mse")]
    [InlineData("ae.test.mse.mean | sqrt | fixed 2", "√(ae.test.mse.mean)")]
    [InlineData("sqrt (one.test.mse) | fixed 2", "√(one.test.mse)")]
    [InlineData("one.test.mse / ae.test.mse.mean - 1 | percent 1", "one.test.mse / ae.test.mse.mean − 1")]
    [InlineData("(one.test.mse * -2) | abs | fixed 1", "|one.test.mse × −2|")]
    public static void Readers_are_told_what_is_computed_and_not_how_it_is_printed(string expression, string said) =>
        Assert.Equal(said, Evaluator.Said(At(expression)));

    [Theory]
    [InlineData("ae.test.accuracy", Unit.Share)]
    [InlineData("ae.curve.test.accuracy.mean[3]", Unit.Share)]
    [InlineData("ae.latent.knn.all[2]", Unit.Share)]
    [InlineData("ae.time.train", Unit.Seconds)]
    [InlineData("ae.spec.model.layers[0]", Unit.Count)]
    [InlineData("ae.test.mse.sd", Unit.None)]
    [InlineData("1 - ae.test.accuracy", Unit.None)]
    public static void A_value_has_a_unit(string name, Unit unit) => Assert.Equal(unit, Units.Of(name));

    [Fact]
    public static void Each_value_read_is_told_once_under_the_name_that_prints_it()
    {
        var read = Evaluate("ae.test.mse.mean < one.test.mse && ae.test.mse.sd < 1 && ae.test.mse.all[0] < 1").Facts;
        Assert.Equal(
            [new("ae.test.mse", true), new FactRead("one.test.mse", false), new("ae.test.mse.all[0]", false)],
            read
        );
    }

    private static string Words(Tolerance t) =>
        FormattableString.Invariant($"{t.Basis} {Math.Round(t.Apart, 5)} {Math.Round(t.Limit, 5)}");

    private static Evaluated Evaluate(string expression)
    {
        var bag = new DiagnosticBag();
        var value = Evaluator.Evaluate(At(expression), Runs, Language.English, bag);
        Assert.Equal("", string.Join('\n', bag.Sorted()));
        return value!;
    }

    private static Located<string> At(string expression) => new(expression, new Place("zh.md", 3, 7));

    private static RunFacts Facts(double mse) =>
        new(
            new ExperimentSpec
            {
                Model = new ModelSpec { Kind = ModelKind.Dense, Layers = [784, 2] },
                Data = new DataSpec("mnist", DataKind.Idx, "0"),
                Target = Target.Clean,
                Loss = Loss.Mse,
                Epochs = 2,
                Batch = 64,
                Seed = 1,
            },
            new Dictionary<string, double>
            {
                ["test.mse"] = mse,
                ["train.mse"] = mse,
                ["test.accuracy"] = 1 - mse,
                ["parameters"] = 3922,
            },
            new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [mse, 2 * mse], ["test.loss"] = [mse, 2 * mse] },
            100 * mse
        );
}
