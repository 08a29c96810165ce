using Recto.Content;
using Recto.Figures;
using SkiaSharp;
using Xunit;

namespace Recto.Tests.Figures;

public static class CodesFigureTests
{
    [Fact]
    public static void Both_languages_share_the_raster_of_each_theme()
    {
        using var samples = new Samples();
        var set = Draw(samples);
        var (zh, en) = (set.Find("fig", Language.Chinese)!, set.Find("fig", Language.English)!);
        Assert.Equal(["fig.dark.webp", "fig.light.webp"], zh.Files.Keys.Order());
        Assert.Same(zh.Files["fig.light.webp"], en.Files["fig.light.webp"]);
        Assert.Equal(
            ["only-light ../figures/fig.light.webp", "only-dark ../figures/fig.dark.webp"],
            Svg.All(zh.Svg, "image").Select(e => $"{(string?)e.Attribute("class")} {(string?)e.Attribute("href")}")
        );
    }

    [Fact]
    public static void Each_digit_is_in_the_legend_and_at_its_median()
    {
        using var samples = new Samples();
        var figure = Draw(samples).Figures[0];
        Assert.Equal(Enumerable.Range(0, 10).Select(i => new LegendEntry($"{i}", $"c{i}", null)), figure.Legend);
        var labels = Svg.All(figure.Svg, "text").Where(e => e.Attribute("paint-order") is not null).ToList();
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], labels.Select(e => e.Value));
    }

    [Fact]
    public static void Labels_whose_medians_coincide_are_moved_apart()
    {
        var dots = Enumerable.Range(0, 10).Select(i => new Dot(0.5, 0.5, i)).ToList();
        var words = DigitLabels.Place(dots, new Frame(new Box(0, 0, 700, 400), 0, 1, 0, 1));
        foreach (var (a, b) in words.SelectMany(a => words.Where(b => b != a).Select(b => (a, b))))
        {
            Assert.True(Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) > 22, $"{a} {b}");
        }
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(3.3, -1.7)]
    [InlineData(-9.1, 4.2)]
    public static void A_dot_lies_on_the_pixel_that_the_axes_say(double x, double y)
    {
        var frame = new Frame(new Box(52, 26, 682, 358), -10, 10, -5, 5);
        using var picture = DotsRaster.Draw(frame.Box, [new Cloud([new Dot(x, y, 3)], frame)], Palette.Light);
        Assert.Equal((682 * DotsRaster.Scale, 358 * DotsRaster.Scale), (picture.Width, picture.Height));
        var (middleX, middleY) = Centroid(picture);
        Assert.Equal(frame.X(x) - frame.Box.Left, middleX / DotsRaster.Scale, 0.15);
        Assert.Equal(frame.Y(y) - frame.Box.Top, middleY / DotsRaster.Scale, 0.15);
    }

    [Fact]
    public static void The_raster_fills_the_box_that_the_grid_lines_span()
    {
        using var samples = new Samples();
        var svg = Draw(samples).Figures[0].Svg;
        var image = Svg.All(svg, "image").First();
        var grid = (string)Svg.All(svg, "path").First().Attribute("d")!;
        var tick = Svg.All(svg, "text").First();
        var (x, top) = ((string?)tick.Attribute("x"), Svg.Number(image, "y"));
        Assert.Equal($"M{x} {top + Svg.Number(image, "height")}L{x} {top}", grid);
    }

    [Fact]
    public static void No_class_hides_the_others()
    {
        const int Places = 40;
        var dots = Enumerable.Range(0, 1000).Select(i => new Dot(i % Places, 0.5, i / 500)).ToList();
        var frame = new Frame(new Box(0, 0, 10 * Places, 20), -0.5, Places - 0.5, 0, 1);
        using var picture = DotsRaster.Draw(frame.Box, [new Cloud(dots, frame)], Palette.Light);
        var blue = Enumerable
            .Range(0, Places)
            .Select(i => picture.GetPixel((10 * i + 5) * DotsRaster.Scale, 10 * DotsRaster.Scale))
            .Count(c => c.Blue > c.Red);
        Assert.InRange(blue, Places / 4, 3 * Places / 4);
    }

    [Fact]
    public static void Two_runs_stand_side_by_side_on_axes_of_their_own()
    {
        using var samples = new Samples();
        var runs = Samples.Set(samples.Run("vae_bce"), samples.Run("vae_mse"));
        var figure = Samples.Draw(Samples.Book(Samples.Request("fig", "codes", "vae_bce vae_mse")), runs).Figures[1];
        var names = Svg.All(figure.Svg, "text").Where(e => e.Value is "bce" or "mse").ToList();
        Assert.Equal(["bce", "mse"], names.Select(e => e.Value));
        Assert.True(Svg.Number(names[0], "x") < 380 && Svg.Number(names[1], "x") > 380);
        Assert.Equal(2, Svg.Texts(figure.Svg).Count(t => t == "z1"));
        Assert.Equal(20, Svg.All(figure.Svg, "text").Count(e => e.Attribute("paint-order") is not null));
        Assert.Equal(10, figure.Legend.Count);
        Assert.Equal(
            ["vae_bce/codes.npy", "vae_bce/labels.npy", "vae_mse/codes.npy", "vae_mse/labels.npy"],
            figure.Data
        );
    }

    [Fact]
    public static void Wider_codes_are_shown_by_their_principal_components()
    {
        using var samples = new Samples();
        var figure = Samples
            .Draw(
                Samples.Book(Samples.Request("fig", "codes", "cae")),
                Samples.Set(samples.Run("cae", without: "codes.npy"))
            )
            .Figures[0];
        Assert.Contains("PC 1", Svg.Texts(figure.Svg));
        Assert.Contains("PC 2", Svg.Texts(figure.Svg));
        Assert.Equal(["cae/codes2d.npy", "cae/labels.npy"], figure.Data);
    }

    [Fact]
    public static void Ten_thousand_codes_stay_light()
    {
        var dots = Enumerable
            .Range(0, 10_000)
            .Select(i => new Dot(i * 7919 % 9973, i * 104729 % 9967, i * 31 % 10))
            .ToList();
        var frame = new Frame(new Box(0, 0, 664, 358), 0, 9973, 0, 9967);
        var raster = DotsRaster.Draw("fig", frame.Box, [new Cloud(dots, frame)]);
        Assert.All(raster.Files.Values, bytes => Assert.InRange(bytes.Length, 1000, 120_000));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public static void Codes_must_be_two_numbers_for_each_label(int rows, int columns)
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        Npy.Write(Path.Combine(run.Folder, "codes.npy"), new float[rows * columns], rows, columns);
        Npy.Write(Path.Combine(run.Folder, "labels.npy"), new byte[3], 3);
        Assert.Equal(
            $"content/31/zh.md(7,1): error artifact-shape-wrong: 'codes.npy' of run 'ae' has shape ({rows}, {columns}), expected (3, 2), as 'labels.npy' has 3 labels",
            Samples.Complaints(Samples.Book(Samples.Request("fig", "codes", "ae")), Samples.Set(run))
        );
    }

    private static FigureSet Draw(Samples samples) =>
        Samples.Draw(Samples.Book(Samples.Request("fig", "codes", "ae")), Samples.Set(samples.Run("ae")));

    /// <summary>Weighted by opacity; pixels' middles are at halves.</summary>
    private static (double X, double Y) Centroid(SKBitmap picture)
    {
        var weights =
            from y in Enumerable.Range(0, picture.Height)
            from x in Enumerable.Range(0, picture.Width)
            let alpha = picture.GetPixel(x, y).Alpha
            where alpha > 0
            select (x: x + 0.5, y: y + 0.5, alpha: (double)alpha);
        var all = weights.ToList();
        var sum = all.Sum(w => w.alpha);
        return (all.Sum(w => w.x * w.alpha) / sum, all.Sum(w => w.y * w.alpha) / sum);
    }
}
