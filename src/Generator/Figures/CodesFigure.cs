using Recto.Content;

namespace Recto.Figures;

/// <summary>Codes of the test set as dots in a plane, one colour a digit; each digit stands at its median.</summary>
public static class CodesFigure
{
    private const int Left = 52;
    private const int Right = 44;
    private const int Top = 26;
    private const int Bottom = 36;
    private const int Between = 44;
    private const int Tallest = 358;

    /// <summary>CSS pixels from tick to tick, at least.</summary>
    private const int TickRoom = 50;

    /// <summary>Share of the range left free around the data, so that codes on an axis show whole dots.</summary>
    private const double Margin = 0.03;

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var points = source.Runs.Select(run => PlanePoints.Read(source, run)).OfType<PlanePoints>().ToList();
        if (points.Count < source.Runs.Count)
        {
            return null;
        }

        var boxes = Boxes(points.Count);
        var clouds = points.Zip(boxes, (p, box) => new Cloud(p.Dots, Frame(p.Dots, box))).ToList();
        var area = new Box(Left, boxes[0].Top, boxes[^1].Right - Left, boxes[0].Height);
        var raster = DotsRaster.Draw(source.Request.Id, area, clouds);
        var names = RunNames.Of(source.Request.Runs);
        return terms =>
        {
            using var sheet = new Sheet((int)area.Bottom + Bottom);
            foreach (var (p, cloud) in points.Zip(clouds))
            {
                DrawAxes(sheet, cloud.Frame, p.Axis(terms), names[p.Run.Id]);
            }

            sheet.AddPixels().Rectangle(Ink.Raster, area.Left, area.Right, area.Top, area.Bottom);
            clouds.SelectMany(c => DigitLabels.Place(c.Dots, c.Frame)).ToList().ForEach(sheet.Write);
            return sheet.Finish() with
            {
                Raster = raster,
                Legend =
                [
                    .. clouds
                        .SelectMany(c => c.Dots)
                        .Select(d => d.Class)
                        .Distinct()
                        .Order()
                        .Select(c => new LegendEntry($"{c}", $"c{c % Palette.Light.Classes.Count}", null)),
                ],
                Data = [.. points.SelectMany(p => p.Files)],
            };
        };
    }

    /// <summary>One wide, or two square side by side with their names above.</summary>
    private static IReadOnlyList<Box> Boxes(int count)
    {
        var width = (Sheet.FullWidth - Left - Right - (count - 1) * (Right + Between)) / count;
        var top = count > 1 ? 2 * Top : Top;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Box(Left + i * (width + Right + Between), top, width, Math.Min(width, Tallest))),
        ];
    }

    private static void DrawAxes(Sheet sheet, Frame frame, Func<int, Word> axis, string name)
    {
        var box = frame.Box;
        var pane = sheet.Add(frame);
        pane.MarkX(Ticks.Inside(frame.MinX, frame.MaxX, (int)(box.Width / 2 / TickRoom) + 2), grid: true);
        pane.MarkY(Ticks.Inside(frame.MinY, frame.MaxY, (int)(box.Height / TickRoom) + 1), grid: true);
        sheet.Write(axis(2) with { X = box.Left, Y = box.Top - 16, Across = Across.Start });
        sheet.Write(axis(1) with { X = box.Right + 8, Y = box.Bottom, Across = Across.Start });
        if (name.Length > 0)
        {
            sheet.Write(new Word(box.Left + box.Width / 2, box.Top - 40, name) { Ink = Ink.Text, Bold = true });
        }
    }

    private static Frame Frame(IReadOnlyList<Dot> dots, Box box)
    {
        var (minX, maxX) = Limits([.. dots.Select(p => p.X)]);
        var (minY, maxY) = Limits([.. dots.Select(p => p.Y)]);
        return new Frame(box, minX, maxX, minY, maxY);
    }

    private static (double Low, double High) Limits(IReadOnlyList<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var margin = high > low ? Margin * (high - low) : 1;
        return (low - margin, high + margin);
    }
}
