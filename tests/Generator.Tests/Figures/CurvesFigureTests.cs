using Recto.Figures;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Figures;

public static class CurvesFigureTests
{
    [Theory]
    [InlineData("ae_tanh ae_relu", "tanh relu")]
    [InlineData("ae dae", "ae dae")]
    [InlineData("vae_bce vae_mse_long", "bce mse long")]
    [InlineData("ae ae_relu", "ae relu")]
    public static void Runs_are_named_by_what_tells_them_apart(string ids, string expected) =>
        Assert.Equal(expected, string.Join(' ', CurvesFigure.Names(ids.Split(' ')).Values));

    [Fact]
    public static void A_run_alone_needs_no_name() => Assert.Equal([""], CurvesFigure.Names(["ae_tanh"]).Values);

    [Fact]
    public static void Training_is_solid_and_test_dashed_in_the_colour_of_the_run()
    {
        using var samples = new Samples();
        var figure = Draw("ae_tanh ae_relu", samples.Run("ae_tanh"), samples.Run("ae_relu"));
        Assert.Equal(
            [
                new LegendEntry("tanh · 训练集", "c0", ""),
                new LegendEntry("tanh · 测试集", "c0", Ink.Dashes),
                new LegendEntry("relu · 训练集", "c1", ""),
                new LegendEntry("relu · 测试集", "c1", Ink.Dashes),
            ],
            figure.Legend
        );
        Assert.Equal(4, figure.Svg.Split("<path class=").Length - 1);
        Assert.Equal(2, figure.Svg.Split("stroke-dasharray").Length - 1);
        Assert.Contains(">训练轮次</text>", figure.Svg, StringComparison.Ordinal);
        Assert.Contains(">损失</text>", figure.Svg, StringComparison.Ordinal);
        Assert.Equal(["ae_tanh/curves.csv", "ae_relu/curves.csv"], figure.Data);
    }

    [Theory]
    [InlineData(new[] { 0.3, 0.2, 0.1 }, "0.10 0.15 0.20 0.25 0.30")]
    [InlineData(new[] { 0.2 }, "0.20 0.25 0.30 0.35 0.40")]
    [InlineData(
        new[] { 9, 0.52, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5 },
        "0.500 0.505 0.510 0.515 0.520"
    )]
    public static void A_towering_first_epoch_does_not_flatten_the_rest(double[] losses, string ticks)
    {
        using var samples = new Samples();
        var run = samples.Run("ae") with
        {
            Curves = new Dictionary<string, IReadOnlyList<double>> { ["loss"] = losses },
        };
        var figure = Draw("ae", run);
        Assert.Equal(
            ticks,
            string.Join(' ', Svg.Texts(figure.Svg).Where(t => t.Contains('.', StringComparison.Ordinal)))
        );
    }

    [Fact]
    public static void A_curve_that_no_run_recorded_is_an_error()
    {
        using var samples = new Samples();
        Assert.Equal(
            "content/31/zh.md(7,1): error curve-unknown: run 'ae' has no curve of 'lost'; did you mean 'loss'?",
            Samples.Complaints(
                Samples.Book(Samples.Request("fig", "curves", "ae", ("metric", "lost"))),
                Samples.Set(samples.Run("ae"))
            )
        );
    }

    private static Figure Draw(string ids, params Run[] runs) =>
        Samples
            .Draw(Samples.Book(Samples.Request("fig", "curves", ids, ("metric", "loss"))), Samples.Set(runs))
            .Figures[0];
}
