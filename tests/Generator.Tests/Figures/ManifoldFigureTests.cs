using Recto.Figures;
using SkiaSharp;
using Xunit;

namespace Recto.Tests.Figures;

public static class ManifoldFigureTests
{
    [Fact]
    public static void A_picture_stands_around_its_code()
    {
        using var samples = new Samples();
        var svg = Draw(samples).Svg;
        var image = Svg.All(svg, "image").Single();
        var ticks = Svg.All(svg, "text").Where(e => e.Value is "0" or "5").Select(e => Svg.Number(e, "x")).ToList();
        var (nought, unit) = (ticks[0], (ticks[1] - ticks[0]) / 5);
        var (left, width) = (Svg.Number(image, "x"), Svg.Number(image, "width"));
        Assert.Equal(left + width / 6, nought - 4 * unit, 0.1); // of three pictures the first one's middle
        Assert.Equal(left + width * 5 / 6, nought + 4 * unit, 0.1);
    }

    [Fact]
    public static void Pictures_lie_as_in_the_array_without_a_seam()
    {
        using var samples = new Samples();
        var run = samples.Run("vae");
        var pictures = new byte[3 * 3 * 2 * 2];
        pictures[(1 * 3 + 2) * 4 + 3] = 255; // second row, third picture, lower right pixel
        Npy.Write(Path.Combine(run.Folder, "manifold.npy"), pictures, 3, 3, 2, 2);
        var figure = Samples.Draw(Samples.Book(Samples.Request("fig", "manifold", "vae")), Samples.Set(run)).Figures[0];
        using var picture = SKBitmap.Decode(figure.Files["fig.webp"]);
        Assert.Equal((6, 6), (picture.Width, picture.Height));
        Assert.Equal([(5, 3)], Bright(picture));
    }

    [Fact]
    public static void One_picture_serves_both_themes_and_languages()
    {
        using var samples = new Samples();
        var image = Svg.All(Draw(samples).Svg, "image").Single();
        Assert.Equal("../figures/fig.webp", (string?)image.Attribute("href"));
        Assert.Null(image.Attribute("class"));
    }

    [Fact]
    public static void A_manifold_of_another_rank_is_an_error()
    {
        using var samples = new Samples();
        var run = samples.Run("vae");
        Npy.Write(Path.Combine(run.Folder, "manifold.npy"), new byte[8], 2, 2, 2);
        Assert.Equal(
            "content/31/zh.md(7,1): error artifact-shape-wrong: 'manifold.npy' of run 'vae' has shape (2, 2, 2), expected 4 axes",
            Samples.Complaints(Samples.Book(Samples.Request("fig", "manifold", "vae")), Samples.Set(run))
        );
    }

    private static Figure Draw(Samples samples) =>
        Samples.Draw(Samples.Book(Samples.Request("fig", "manifold", "vae")), Samples.Set(samples.Run("vae"))).Figures[
            0
        ];

    private static IEnumerable<(int X, int Y)> Bright(SKBitmap picture) =>
        from y in Enumerable.Range(0, picture.Height)
        from x in Enumerable.Range(0, picture.Width)
        where picture.GetPixel(x, y).Green > 0
        select (x, y);
}
