namespace Recto.Figures;

/// <summary>Draws the layers of a network and what joins them.</summary>
public static class NetworkShapes
{
    /// <summary>Layers up to this size show each unit.</summary>
    private const int Countable = 12;

    public static void Draw(Pane pane, NetworkLayout layout)
    {
        foreach (var (from, to) in layout.Links)
        {
            var (a, b) = (from.Shift / 4, to.Shift / 4); // the far edge of planes is higher, the near one lower
            pane.Fill(
                Ink.Mark,
                (from.Right, from.Top - a),
                (to.Left, to.Top + b),
                (to.Left, to.Bottom + b),
                (from.Right, from.Bottom - a)
            );
        }

        foreach (var block in layout.Blocks)
        {
            var ink = block.Layer.Role switch
            {
                "input" => Ink.Line,
                "code" => Ink.Of(1),
                "head" => Ink.Of(4),
                _ => Ink.Of(0),
            };
            if (block.IsPlanes)
            {
                DrawPlanes(pane, ink, block);
            }
            else
            {
                DrawBar(pane, ink, block);
            }
        }
    }

    private static void DrawBar(Pane pane, Ink ink, Block bar)
    {
        pane.Rectangle(ink, bar.Left, bar.Right, bar.Top, bar.Bottom);
        var units = bar.Layer.Shape[0];
        for (var i = 0; units <= Countable && i < units; i++)
        {
            var pitch = bar.Height / units;
            pane.Dot(Ink.Paper, bar.X, bar.Top + (i + 0.5) * pitch, Math.Min(4.5, 0.34 * pitch));
        }
    }

    /// <summary>The outline of all planes, and the edges between them in the page's colour.</summary>
    private static void DrawPlanes(Pane pane, Ink ink, Block planes)
    {
        var (left, right, shift, rise) = (planes.Left, planes.Right, planes.Shift, planes.Shift / 4);
        pane.Fill(
            ink,
            (left, planes.Top + rise),
            (left + shift, planes.Top - rise),
            (right, planes.Top - rise),
            (right, planes.Bottom - rise),
            (right - shift, planes.Bottom + rise),
            (left, planes.Bottom + rise)
        );
        var edges = Enumerable
            .Range(0, planes.Layer.Shape[2] - 1)
            .Select(i => left + i * planes.Step)
            .SelectMany(x =>
                new (double X, double Y)[]
                {
                    (x, planes.Bottom + rise),
                    (x + shift, planes.Bottom - rise),
                    (x + shift, planes.Top - rise),
                    (double.NaN, double.NaN), // lifts the pen
                }
            )
            .ToList();
        if (edges.Count > 0)
        {
            pane.Line(Ink.Paper, 1, [.. edges.Select(e => e.X)], [.. edges.Select(e => e.Y)]);
        }
    }
}
