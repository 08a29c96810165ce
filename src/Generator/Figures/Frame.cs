namespace Recto.Figures;

/// <summary>Where values lie on the sheet: linear, both ways round.</summary>
/// <param name="MinY">The value at the box's lower edge; above <paramref name="MaxY"/> where the axis runs down.</param>
public sealed record Frame(Box Box, double MinX, double MaxX, double MinY, double MaxY)
{
    /// <summary>Values that are CSS pixels, from the upper left corner.</summary>
    public static Frame Pixels(int width, int height) => new(new Box(0, 0, width, height), 0, width, height, 0);

    /// <summary>The same within a box and so far around it.</summary>
    public static Frame PixelsAround(Box box, double rim)
    {
        var (left, top) = (box.Left - rim, box.Top - rim);
        var wide = new Box(left, top, box.Width + 2 * rim, box.Height + 2 * rim);
        return new Frame(wide, left, wide.Right, wide.Bottom, top);
    }

    public double X(double value) => Box.Left + Box.Width * (value - MinX) / (MaxX - MinX);

    public double Y(double value) => Box.Top + Box.Height * (MaxY - value) / (MaxY - MinY);
}

/// <param name="Left">CSS pixels.</param>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}
