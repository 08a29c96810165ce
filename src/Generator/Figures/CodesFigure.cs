using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Figures;

/// <summary>Two-dimensional codes of the test set as dots, one colour a digit; each digit stands at its median.</summary>
public static class CodesFigure
{
    private const int Height = 420;
    private const int MostTicks = 8;

    /// <summary>Share of the range left free around the data, so that codes on an axis show whole dots.</summary>
    private const double Margin = 0.03;

    private static readonly Box Box = new(52, 26, Sheet.FullWidth - 52 - 34, Height - 26 - 36);

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var run = source.Runs[0];
        var codes = source.Array(run, "codes.npy", rank: 2);
        var labels = source.Array(run, "labels.npy", rank: 1);
        if (codes is null || labels is null)
        {
            return null;
        }

        if (codes.Shape[1] != 2 || codes.Shape[0] != labels.Shape[0])
        {
            var expected = $"({labels.Shape[0]}, 2), as 'labels.npy' has {labels.Shape[0]} labels";
            source.Bag.Add(Errors.ArtifactShapeWrong(source.Request.Place, run.Id, "codes.npy", codes.Shape, expected));
            return null;
        }

        var points = Points(codes, labels);
        var (minX, maxX) = Limits(points.Select(p => p.X));
        var (minY, maxY) = Limits(points.Select(p => p.Y));
        var frame = new Frame(Box, minX, maxX, minY, maxY);
        var raster = DotsRaster.Draw(source.Request.Id, points, frame);
        return _ => Draw(points, frame, raster) with { Data = [$"{run.Id}/codes.npy", $"{run.Id}/labels.npy"] };
    }

    private static Drawing Draw(IReadOnlyList<Dot> points, Frame frame, Raster raster)
    {
        using var sheet = new Sheet(Height, frame);
        sheet.MarkX(Ticks.Inside(frame.MinX, frame.MaxX, MostTicks), grid: true);
        sheet.MarkY(Ticks.Inside(frame.MinY, frame.MaxY, MostTicks));
        sheet.Rectangle(Ink.Raster, frame.MinX, frame.MaxX, frame.MaxY, frame.MinY);
        sheet.Write(new Word(Box.Left - 9, 10, "z") { Index = "2", Across = Across.End });
        sheet.Write(new Word(Box.Right + 8, Box.Bottom, "z") { Index = "1", Across = Across.Start });
        foreach (var word in DigitLabels.Place(points, frame))
        {
            sheet.Write(word);
        }

        return sheet.Finish() with
        {
            Raster = raster,
            Legend =
            [
                .. points.Select(p => p.Class).Distinct().Order().Select(c => new LegendEntry($"{c}", $"c{c}", null)),
            ],
        };
    }

    private static List<Dot> Points(NpyArray codes, NpyArray labels) =>
        [
            .. Enumerable
                .Range(0, codes.Shape[0])
                .Select(i => new Dot(codes.Values[2 * i], codes.Values[2 * i + 1], (int)labels.Values[i])),
        ];

    private static (double Low, double High) Limits(IEnumerable<double> values)
    {
        var all = values.ToList();
        var (low, high) = (all.Min(), all.Max());
        var margin = high > low ? Margin * (high - low) : 1;
        return (low - margin, high + margin);
    }
}

/// <param name="Class">0 to 9.</param>
public readonly record struct Dot(double X, double Y, int Class);
