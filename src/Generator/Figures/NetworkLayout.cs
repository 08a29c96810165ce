using Recto.Experiments.Contract;

namespace Recto.Figures;

/// <summary>Where the layers of a network stand on the sheet, from input to output.</summary>
/// <param name="Columns">Layers one after another; a Gaussian's mean and variance share a column.</param>
/// <param name="Spacing">CSS pixels from the middle of a column to that of the next.</param>
public sealed record NetworkLayout(IReadOnlyList<IReadOnlyList<Block>> Columns, double Spacing)
{
    public const double Widest = 220;

    private const double Side = 48;
    private const double Shortest = 24;
    private const double BarWidth = 16;
    private const double PlaneSide = 92;

    /// <summary>CSS pixels from the middle of the network to that of a layer which shares its column.</summary>
    private const double Apart = 42;

    public IEnumerable<Block> Blocks => Columns.SelectMany(c => c);

    public bool HasPlanes => Blocks.Any(b => b.IsPlanes);

    /// <summary>Blocks that one hands its values to another.</summary>
    public IEnumerable<(Block From, Block To)> Links =>
        from pair in Columns.Zip(Columns.Skip(1))
        from link in pair.First.SelectMany(_ => pair.Second, (a, b) => (a, b))
        select link;

    /// <param name="tallest">CSS pixels of the layer with most units.</param>
    /// <param name="middle">CSS pixels from the top.</param>
    public static NetworkLayout Of(IReadOnlyList<LayerRecord> layers, double tallest, double middle)
    {
        var columns = Group(layers);
        var spacing = Math.Min(Widest, (Sheet.FullWidth - 2 * Side) / Math.Max(1, columns.Count - 1));
        var first = (Sheet.FullWidth - spacing * (columns.Count - 1)) / 2;
        var most = Math.Log(Math.Max(2, layers.Max(Units)));
        var largest = layers.Max(l => l.Shape[0]);
        return new NetworkLayout(
            [.. columns.Select((column, i) => Column(column, first + i * spacing).ToList())],
            spacing
        );

        IEnumerable<Block> Column(IReadOnlyList<LayerRecord> column, double x) =>
            column.Select((layer, j) => Block(layer, x, middle + (2 * j - column.Count + 1) * Apart));

        Block Block(LayerRecord layer, double x, double y) =>
            layer.Shape.Count == 3
                ? Planes(layer, x, y, PlaneSide * Math.Pow((double)layer.Shape[0] / largest, 0.75))
                : new Block(layer, x, y, BarWidth, Shortest + (tallest - Shortest) * Math.Log(Units(layer)) / most);
    }

    /// <summary>Seen from aside, one behind the other.</summary>
    private static Block Planes(LayerRecord layer, double x, double y, double side)
    {
        var step = Math.Min(2.5, 40.0 / layer.Shape[2]);
        var shift = 0.26 * side;
        return new Block(layer, x, y, shift + step * (layer.Shape[2] - 1), side) { Shift = shift, Step = step };
    }

    private static List<IReadOnlyList<LayerRecord>> Group(IReadOnlyList<LayerRecord> layers)
    {
        var columns = new List<IReadOnlyList<LayerRecord>>();
        foreach (var layer in layers)
        {
            if (layer.Name == "log_variance" && columns.Count > 0)
            {
                columns[^1] = [.. columns[^1], layer];
            }
            else
            {
                columns.Add([layer]);
            }
        }

        return columns;
    }

    private static double Units(LayerRecord layer) => layer.Shape.Aggregate(1.0, (product, n) => product * n);
}

/// <summary>A layer on the sheet: a bar, or as many planes as it has channels.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle.</param>
/// <param name="Width">With all its planes.</param>
public sealed record Block(LayerRecord Layer, double X, double Y, double Width, double Height)
{
    /// <summary>By how much the far edge of a plane is to the right of the near one, and half as much higher.</summary>
    public double Shift { get; init; }

    /// <summary>From plane to plane.</summary>
    public double Step { get; init; }

    public bool IsPlanes => Shift > 0;

    public double Left => X - Width / 2;

    public double Right => X + Width / 2;

    public double Top => Y - Height / 2;

    public double Bottom => Y + Height / 2;
}
