using Recto.Figures;
using Recto.Runs;
using SkiaSharp;
using Xunit;

namespace Recto.Tests.Figures;

public static class ReconstructionsFigureTests
{
    [Theory]
    [InlineData(false, "原图 重建", 62 * 2)]
    [InlineData(true, "原图 加噪 重建", 96 * 2)]
    public static void A_row_each_for_inputs_noise_and_outputs(bool noise, string labels, double height)
    {
        using var samples = new Samples();
        var figure = Draw(samples, noise);
        Assert.Equal(labels, string.Join(' ', Svg.Texts(figure.Svg)));
        var image = Svg.All(figure.Svg, "image").Single();
        Assert.Equal(height, Svg.Number(image, "height"));
        Assert.Equal("image-rendering:pixelated", (string?)image.Attribute("style"));
    }

    [Theory]
    [InlineData("inputs noisy", "原图 加噪")]
    [InlineData("noisy outputs", "加噪 重建")]
    [InlineData("inputs noisy outputs", "原图 加噪 重建")]
    public static void A_chapter_may_choose_rows(string rows, string labels)
    {
        using var samples = new Samples();
        var request = Samples.Request("fig", "reconstructions", "dae", ("rows", rows));
        var figure = Samples.Draw(Samples.Book(request), Samples.Set(samples.Run("dae", noise: true))).Figures[0];
        Assert.Equal(labels, string.Join(' ', Svg.Texts(figure.Svg)));
        Assert.Equal(rows.Split(' ').Select(row => $"dae/{row}.npy"), figure.Data);
    }

    [Fact]
    public static void Rows_that_runs_share_come_once_and_then_each_runs_own_below_its_name()
    {
        using var samples = new Samples();
        var runs = new[] { samples.Run("sdae_source", noise: true), samples.Run("sdae_greedy", noise: true) };
        Npy.Write(Path.Combine(runs[1].Folder, "outputs.npy"), new float[12 * 28 * 28], 12, 28, 28);
        var request = Samples.Request("fig", "reconstructions", "sdae_source sdae_greedy");
        var figure = Samples.Draw(Samples.Book(request), Samples.Set(runs)).Figures[0];
        Assert.Equal(
            ["原图", "加噪", "重建", "source", "重建", "greedy"],
            Svg.All(figure.Svg, "text").Select(e => e.Value)
        );
        using var picture = Picture(figure);
        Assert.Equal(4 * 28 + 3 * 6 + 2 * 16, picture.Height);
        Assert.Equal(0, picture.GetPixel(3 * 34 + 11, picture.Height - 28 + 5).Green);
    }

    [Fact]
    public static void A_pixel_of_the_data_is_a_pixel_of_the_picture()
    {
        using var samples = new Samples();
        var figure = Draw(samples, noise: false);
        var values = NpyFile.Read(Path.Combine(samples.Run("ae").Folder, "outputs.npy")).Values;
        using var picture = Picture(figure);
        Assert.Equal((10 * 34 - 6, 2 * 34 - 6), (picture.Width, picture.Height));
        Assert.Equal(Math.Round(255 * values[3 * 784 + 5 * 28 + 11]), picture.GetPixel(3 * 34 + 11, 34 + 5).Green);
        Assert.Equal(0, picture.GetPixel(30, 3).Alpha);
    }

    [Theory]
    [InlineData(8, 6, 10 * 24 - 6, 2 * 30 - 6)] // enlarged three times
    [InlineData(64, 64, 4 * 70 - 6, 2 * 70 - 6)] // as many as fit
    public static void Images_of_other_sizes_are_enlarged_or_fewer(int h, int w, int width, int height)
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        foreach (var file in (string[])["inputs", "outputs"])
        {
            var values = Enumerable.Range(0, 12 * h * w).Select(i => (i + file.Length) % 7 / 7f).ToArray();
            Npy.Write(Path.Combine(run.Folder, $"{file}.npy"), values, 12, h, w);
        }

        var book = Samples.Book(Samples.Request("fig", "reconstructions", "ae"));
        using var picture = Picture(Samples.Draw(book, Samples.Set(run)).Figures[0]);
        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Fact]
    public static void Rows_of_different_shapes_are_an_error()
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        Npy.Write(Path.Combine(run.Folder, "outputs.npy"), new float[3 * 4], 3, 2, 2);
        Assert.Equal(
            "content/31/zh.md(7,1): error artifact-shape-wrong: 'outputs.npy' of run 'ae' has shape (3, 2, 2), expected (12, 28, 28), as 'inputs.npy'",
            Samples.Complaints(Samples.Book(Samples.Request("fig", "reconstructions", "ae")), Samples.Set(run))
        );
    }

    private static Figure Draw(Samples samples, bool noise) =>
        Samples
            .Draw(Samples.Book(Samples.Request("fig", "reconstructions", "ae")), Samples.Set(samples.Run("ae", noise)))
            .Figures[0];

    private static SKBitmap Picture(Figure figure)
    {
        var address = (string)Svg.All(figure.Svg, "image").Single().Attribute("href")!;
        return SKBitmap.Decode(Convert.FromBase64String(address.Split(',')[1]));
    }
}
