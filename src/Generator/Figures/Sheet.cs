using ScottPlot;
using ScottPlot.TickGenerators;

namespace Recto.Figures;

/// <summary>A figure under way: a ScottPlot whose pixels are the SVG's CSS pixels, and words beside it.</summary>
public sealed class Sheet : IDisposable
{
    /// <summary>CSS pixels; the page's wide column at 1:1.</summary>
    public const int FullWidth = 760;

    private readonly Frame frame;
    private readonly List<Word> words = [];

    public Sheet(int height, Frame frame)
    {
        this.frame = frame;
        Height = height;
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.HideGrid();
        Plot.Axes.Frameless();
        Plot.Layout.Fixed(
            new PixelRect((float)frame.Box.Left, (float)frame.Box.Right, (float)frame.Box.Bottom, (float)frame.Box.Top)
        );
        Plot.Axes.SetLimits(frame.MinX, frame.MaxX, frame.MinY, frame.MaxY);
    }

    public int Height { get; }

    public Plot Plot { get; } = new();

    public void Write(Word word) => words.Add(word);

    /// <summary>Grid lines and numbers for the values of an axis.</summary>
    public void MarkX(Ticks ticks, bool grid)
    {
        Mark(Plot.Axes.Bottom, Plot.Axes.DefaultGrid.XAxisStyle, ticks, grid);
        foreach (var value in ticks.Values)
        {
            Write(new Word(frame.X(value), frame.Box.Bottom + 9, ticks.Label(value)) { Down = Down.Top });
        }
    }

    /// <inheritdoc cref="MarkX"/>
    public void MarkY(Ticks ticks)
    {
        Mark(Plot.Axes.Left, Plot.Axes.DefaultGrid.YAxisStyle, ticks, grid: true);
        foreach (var value in ticks.Values)
        {
            Write(new Word(frame.Box.Left - 9, frame.Y(value), ticks.Label(value)) { Across = Across.End });
        }
    }

    public void Line(Ink ink, double width, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        var line = Plot.Add.ScatterLine(xs.ToArray(), ys.ToArray());
        line.Color = ink.StandIn;
        line.LineWidth = (float)width;
    }

    public void Fill(Ink ink, params IReadOnlyList<(double X, double Y)> corners)
    {
        var shape = Plot.Add.Polygon([.. corners.Select(c => new Coordinates(c.X, c.Y))]);
        shape.FillColor = ink.StandIn;
        shape.LineWidth = 0;
    }

    public void Rectangle(Ink ink, double left, double right, double top, double bottom)
    {
        var shape = Plot.Add.Rectangle(left, right, bottom, top);
        shape.FillColor = ink.StandIn;
        shape.LineWidth = 0;
    }

    public void Dot(Ink ink, double x, double y, double radius)
    {
        var shape = Plot.Add.Circle(x, y, radius);
        shape.FillColor = ink.StandIn;
        shape.LineWidth = 0;
    }

    public Drawing Finish() => new(FullWidth, Height, Plot.GetSvgXml(FullWidth, Height), words);

    public void Dispose() => Plot.Dispose();

    private void Mark(IAxis axis, GridStyle style, Ticks ticks, bool grid)
    {
        axis.TickGenerator = new NumericManual([.. ticks.Values], [.. ticks.Values.Select(_ => "")]);
        Plot.Axes.DefaultGrid.IsVisible = true;
        style.IsVisible = grid;
        style.MajorLineStyle.Color = Ink.Rule.StandIn;
        style.MajorLineStyle.Width = 1;
        style.MinorLineStyle.Width = 0;
    }
}
