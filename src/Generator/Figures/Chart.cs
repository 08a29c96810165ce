namespace Recto.Figures;

/// <summary>An axis of a <see cref="Chart"/>, marked at round values.</summary>
/// <param name="Title">In the page's language, see <see cref="FigureCanvas.Word"/>.</param>
/// <param name="Values">What is to be seen: the axis encloses all of them.</param>
public sealed record ChartAxis(string Title, params IEnumerable<double> Values)
{
    /// <summary>Logarithmic; its values are above 0.</summary>
    public bool IsLog { get; init; }

    internal Axis Marked(int most)
    {
        var values = Chart.Finite([.. Values], Title);
        if (values.Count == 0 || (IsLog && values.Min() <= 0))
        {
            throw new ArgumentException(
                $"the axis '{Title}' needs {(values.Count == 0 ? "a value" : "values above 0")}"
            );
        }

        return Axis.Around(values.Min(), values.Max(), most, IsLog);
    }
}

/// <summary>Two axes and what is drawn between them; places are values of the axes.</summary>
/// <remarks>Colours count from 0 to 9, those furthest apart first; the page decides what they are, light and dark.</remarks>
public sealed class Chart
{
    private const int Left = 64;
    private const int Right = 18;
    private const double Inset = 14; // of the outermost values from the frame
    private const int Rim = 8; // so that dots at the edge are whole
    private const int WordRoom = 110;
    private const int TickRoom = 28;
    private const int MostTicks = 6;
    private const int MostDots = 3000; // more as vectors weigh more than the page

    private readonly Sheet sheet;
    private readonly Pane pane;
    private readonly Box box;
    private readonly Axis x;
    private readonly Axis y;

    internal Chart(Sheet sheet, int top, int height, ChartAxis across, ChartAxis up)
    {
        this.sheet = sheet;
        box = new Box(Left, top, Sheet.FullWidth - Left - Right, height);
        pane = sheet.Add(Frame.PixelsAround(box, Rim));
        (x, y) = (across.Marked(MostTicks), up.Marked(Math.Max(2, height / TickRoom)));
        foreach (var (value, label) in y.Marks)
        {
            pane.Line(Ink.Rule, 1, [box.Left, box.Right], [Y(value), Y(value)]);
            sheet.Write(new Word(box.Left - 9, Y(value), label) { Across = Across.End });
        }

        pane.Line(Ink.Line, 1, [box.Left, box.Right], [box.Bottom, box.Bottom]);
        foreach (var (value, label) in x.Marks)
        {
            sheet.Write(new Word(X(value), box.Bottom + 9, label) { Down = Down.Top });
        }

        sheet.Write(new Word(2, box.Top - 28, up.Title) { Across = Across.Start });
        sheet.Write(new Word(box.Left + box.Width / 2, box.Bottom + 32, across.Title) { Down = Down.Top });
    }

    /// <summary>Joins the points in their order.</summary>
    public void Line(int colour, IReadOnlyList<double> xs, IReadOnlyList<double> ys, bool dashed = false) =>
        Join(dashed ? Ink.DashedOf(InkIndex(colour)) : InkOf(colour), 2, xs, ys);

    /// <param name="radius">CSS pixels.</param>
    public void Dots(int colour, IReadOnlyList<double> xs, IReadOnlyList<double> ys, double radius = 3.5)
    {
        if (xs.Count > MostDots)
        {
            throw new ArgumentException($"{xs.Count} dots are more than the {MostDots} that a page can carry");
        }

        Points(xs, ys).ForEach(p => pane.Dot(InkOf(colour), p.X, p.Y, radius));
    }

    /// <summary>The area between two lines, letting through what lies behind.</summary>
    public void Band(int colour, IReadOnlyList<double> xs, IReadOnlyList<double> lows, IReadOnlyList<double> highs) =>
        pane.Fill(Ink.BandOf(InkIndex(colour)), [.. Points(xs, lows), .. Points(xs, highs).AsEnumerable().Reverse()]);

    /// <summary>A bar at each x, from the foot of the chart to y.</summary>
    /// <param name="width">As values of x.</param>
    public void Bars(int colour, IReadOnlyList<double> xs, IReadOnlyList<double> ys, double width)
    {
        foreach (var (at, height) in Finite(xs, "bars").Zip(Finite(ys, "bars")))
        {
            pane.Rectangle(InkOf(colour), X(at - width / 2), X(at + width / 2), Y(height), box.Bottom);
        }
    }

    /// <summary>A thin line without a colour, to compare with.</summary>
    public void Guide(IReadOnlyList<double> xs, IReadOnlyList<double> ys) => Join(Ink.Line, 1, xs, ys);

    /// <summary>Words beside a point: to its right, or where there is no room to its left.</summary>
    public void Text(double atX, double atY, string text)
    {
        var isLeft = X(atX) > box.Right - WordRoom;
        sheet.Write(
            new Word(X(atX) + (isLeft ? -7 : 7), Y(atY), text)
            {
                Across = isLeft ? Across.End : Across.Start,
                Halo = true,
            }
        );
    }

    internal static Ink InkOf(int colour) => Ink.Of(InkIndex(colour));

    internal static IReadOnlyList<double> Finite(IReadOnlyList<double> values, string what) =>
        values.All(double.IsFinite)
            ? values
            : throw new ArgumentException($"{what}: not all values are finite numbers");

    private static int InkIndex(int colour) => Ink.FurthestApart[colour];

    private void Join(Ink ink, double width, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        var points = Points(xs, ys);
        pane.Line(ink, width, [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)]);
    }

    private List<(double X, double Y)> Points(IReadOnlyList<double> xs, IReadOnlyList<double> ys) =>
        xs.Count == ys.Count
            ? [.. Finite(xs, "x").Zip(Finite(ys, "y"), (a, b) => (X(a), Y(b)))]
            : throw new ArgumentException($"{xs.Count} values of x and {ys.Count} of y");

    private double X(double value) => box.Left + Inset + x.At(value) * (box.Width - 2 * Inset);

    private double Y(double value) => box.Bottom - y.At(value) * box.Height;
}
