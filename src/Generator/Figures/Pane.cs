using ScottPlot;

namespace Recto.Figures;

/// <summary>A ScottPlot on a <see cref="Sheet"/>, its pixels those of the SVG; what leaves the frame's box is cut off.</summary>
public sealed class Pane : IDisposable
{
    private readonly Plot plot = new();
    private readonly Frame frame;
    private readonly List<Word> words;

    internal Pane(Frame frame, List<Word> words)
    {
        (this.frame, this.words) = (frame, words);
        plot.FigureBackground.Color = Colors.Transparent;
        plot.HideGrid();
        plot.Axes.Frameless();
        plot.Layout.Fixed(
            new PixelRect((float)frame.Box.Left, (float)frame.Box.Right, (float)frame.Box.Bottom, (float)frame.Box.Top)
        );
        plot.Axes.SetLimits(frame.MinX, frame.MaxX, frame.MinY, frame.MaxY);
    }

    /// <summary>Numbers for the values of an axis, and if wanted grid lines.</summary>
    public void MarkX(Ticks ticks, bool grid)
    {
        foreach (var value in ticks.Values)
        {
            words.Add(new Word(frame.X(value), frame.Box.Bottom + 9, ticks.Label(value)) { Down = Down.Top });
            if (grid)
            {
                Line(Ink.Rule, 1, [value, value], [frame.MinY, frame.MaxY]);
            }
        }
    }

    /// <inheritdoc cref="MarkX"/>
    public void MarkY(Ticks ticks, bool grid)
    {
        foreach (var value in ticks.Values)
        {
            words.Add(new Word(frame.Box.Left - 9, frame.Y(value), ticks.Label(value)) { Across = Across.End });
            if (grid)
            {
                Line(Ink.Rule, 1, [frame.MinX, frame.MaxX], [value, value]);
            }
        }
    }

    public void Line(Ink ink, double width, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        var line = plot.Add.ScatterLine(xs.ToArray(), ys.ToArray());
        line.Color = ink.StandIn;
        line.LineWidth = (float)width;
    }

    public void Fill(Ink ink, params IReadOnlyList<(double X, double Y)> corners)
    {
        var shape = plot.Add.Polygon([.. corners.Select(c => new Coordinates(c.X, c.Y))]);
        shape.FillColor = ink.StandIn;
        shape.LineWidth = 0;
    }

    public void Rectangle(Ink ink, double left, double right, double top, double bottom)
    {
        var shape = plot.Add.Rectangle(left, right, bottom, top);
        shape.FillColor = ink.StandIn;
        shape.LineWidth = 0;
    }

    public void Dot(Ink ink, double x, double y, double radius)
    {
        var shape = plot.Add.Circle(x, y, radius);
        shape.FillColor = ink.StandIn;
        shape.LineWidth = 0;
    }

    /// <summary>What was drawn, as SVG of the whole sheet.</summary>
    internal string Vector(int width, int height) => plot.GetSvgXml(width, height);

    public void Dispose() => plot.Dispose();
}
