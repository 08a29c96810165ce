using Recto.Figures;
using SkiaSharp;
using Xunit;

namespace Recto.Tests.Figures;

public static class FiltersFigureTests
{
    private const string En = "en";

    [Fact]
    public static void Nought_is_nearly_the_page_and_signs_are_orange_and_blue()
    {
        foreach (var palette in new[] { Palette.Light, Palette.Dark })
        {
            var (minus, nought, plus) = (palette.Diverging(-0.6), palette.Diverging(0), palette.Diverging(0.6));
            Assert.True(minus.Blue > minus.Red + 60 && plus.Red > plus.Blue + 60, palette.Name);
            Assert.InRange(nought.Red - nought.Blue, -20, 20);
        }

        Assert.True(Palette.Light.Diverging(0).Green > 230 && Palette.Dark.Diverging(0).Green < 50);
    }

    [Fact]
    public static void Each_filter_is_scaled_by_its_own_largest_weight()
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        float[] weights = [0, 0.5f, 0, -0.5f, 0, 80, 0, -80];
        Npy.Write(Path.Combine(run.Folder, "filters.npy"), weights, 2, 2, 2);
        using var picture = SKBitmap.Decode(Draw("ae", run).Files["fig.light.webp"]);
        var (end, start) = (Palette.Light.Diverging(1), Palette.Light.Diverging(-1));
        Assert.Equal([end, end], new[] { 0, 64 }.Select(left => picture.GetPixel(left + 40, 10)));
        Assert.Equal([start, start], new[] { 0, 64 }.Select(left => picture.GetPixel(left + 40, 40)));
        Assert.Equal(Palette.Light.Diverging(0), picture.GetPixel(10, 10));
        Assert.Equal(0, picture.GetPixel(60, 10).Alpha);
    }

    [Fact]
    public static void A_filter_of_nothing_but_noughts_is_nought()
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        Npy.Write(Path.Combine(run.Folder, "filters.npy"), new float[4], 1, 2, 2);
        using var picture = SKBitmap.Decode(Draw("ae", run).Files["fig.light.webp"]);
        Assert.Equal(Palette.Light.Diverging(0), picture.GetPixel(10, 10));
    }

    [Fact]
    public static void Two_runs_stand_side_by_side_below_their_names()
    {
        using var samples = new Samples();
        var figure = Draw("ae_wide dae_wide", samples.Run("ae_wide"), samples.Run("dae_wide"));
        var names = Svg.All(figure.Svg, "text").Take(2).ToList();
        Assert.Equal(["ae_wide", "dae_wide"], names.Select(e => e.Value));
        Assert.Equal([0, 394], names.Select(e => Svg.Number(e, "x")));
        Assert.Equal(["ae_wide/filters.npy", "dae_wide/filters.npy"], figure.Data);
    }

    [Fact]
    public static void The_scale_says_what_colours_mean()
    {
        using var samples = new Samples();
        Assert.Equal(
            ["−1", "1\u2003weight, divided by the filter’s largest absolute value"],
            Svg.Texts(Draw("ae", samples.Run("ae")).Svg)
        );
    }

    private static Figure Draw(string ids, params Recto.Runs.Run[] runs) =>
        Samples
            .Draw(Samples.Book(Samples.Request("fig", "filters", ids)), Samples.Set(runs))
            .Figures.First(f => f.Language.Code == En);
}
