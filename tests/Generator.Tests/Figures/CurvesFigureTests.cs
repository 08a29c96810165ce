using Recto.Content;
using Recto.Figures;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Figures;

public static class CurvesFigureTests
{
    [Fact]
    public static void Each_metric_has_a_pane_of_its_own_over_the_same_epochs()
    {
        using var samples = new Samples();
        var figure = Draw("vae_bce vae_mse", "loss kl", samples.Run("vae_bce"), samples.Run("vae_mse"));
        Assert.Equal(["损失", "KL 散度", "训练轮次"], Svg.Texts(figure.Svg).Where(t => t.Any(char.IsLetter)));
        Assert.Equal(2, Svg.All(figure.Svg, "clipPath").Count());
        Assert.Equal(
            ["bce · 训练集", "bce · 测试集", "mse · 训练集", "mse · 测试集"],
            figure.Legend.Select(e => e.Label)
        );
        Assert.Single(Svg.Texts(figure.Svg), "20");
    }

    [Fact]
    public static void Five_runs_have_five_colours()
    {
        using var samples = new Samples();
        var runs = Enumerable.Range(1, 5).Select(i => samples.Run($"run_{i}")).ToArray();
        var figure = Draw(string.Join(' ', runs.Select(r => r.Id)), "loss", runs);
        Assert.Equal(["c0", "c1", "c4", "c9", "c2"], figure.Legend.Select(e => e.Mark).Distinct());
    }

    [Fact]
    public static void Training_is_solid_and_test_dashed_in_the_colour_of_the_run()
    {
        using var samples = new Samples();
        var figure = Draw("ae_tanh ae_relu", "loss", samples.Run("ae_tanh"), samples.Run("ae_relu"));
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
        var figure = Draw("ae", "loss", run);
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

    [Fact]
    public static void Of_several_seeds_the_mean_is_drawn_in_a_band_from_the_least_to_the_greatest()
    {
        using var samples = new Samples();
        var flat = new[] { 0.25, 0.5, 0.75 }.Select(
            (loss, i) =>
                samples.Run(SeedId.Of("ae", i)) with
                {
                    Curves = new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [loss, loss] },
                }
        );
        var figure = Draw("ae", "loss", [.. flat, samples.Run("other")]);
        Assert.Equal(
            [new LegendEntry("训练集", "c0", ""), new LegendEntry("3 个种子的范围，线为均值", "", LegendEntry.Area)],
            figure.Legend
        );
        Assert.Equal(["ae/curves.csv", "ae.2/curves.csv", "ae.3/curves.csv"], figure.Data);

        // A flat band from the lowest to the highest grid line, and the mean through its middle.
        var band = Assert.Single(Svg.All(figure.Svg, "path"), p => p.Attribute("fill-opacity")?.Value == Ink.Faint);
        Assert.Equal("c0", band.Attribute("class")?.Value);
    }

    private static Figure Draw(string ids, string metric, params Run[] runs) =>
        Samples
            .Draw(Samples.Book(Samples.Request("fig", "curves", ids, ("metric", metric))), Samples.Set(runs))
            .Figures[0];
}
