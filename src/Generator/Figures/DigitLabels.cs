using System.Globalization;

namespace Recto.Figures;

/// <summary>Words for classes at their medians, moved apart where medians nearly coincide.</summary>
public static class DigitLabels
{
    /// <summary>CSS pixels between the middles of two labels.</summary>
    private const double Apart = 23;

    private const int Rounds = 200;

    public static IReadOnlyList<Word> Place(IReadOnlyList<Dot> dots, Frame frame)
    {
        var classes = dots.GroupBy(d => d.Class).OrderBy(g => g.Key).ToList();
        var xs = classes.Select(g => frame.X(Median(g.Select(d => d.X)))).ToArray();
        var ys = classes.Select(g => frame.Y(Median(g.Select(d => d.Y)))).ToArray();
        for (var round = 0; round < Rounds && Push(xs, ys); round++) { }

        return
        [
            .. classes.Select(
                (g, i) =>
                    new Word(xs[i], ys[i], g.Key.ToString(CultureInfo.InvariantCulture))
                    {
                        Ink = Ink.Text,
                        Size = Word.Large,
                        Bold = true,
                        Halo = true,
                    }
            ),
        ];
    }

    /// <summary>Moves each pair that is too near apart by half of what is missing; whether there was one.</summary>
    private static bool Push(double[] xs, double[] ys)
    {
        var moved = false;
        for (var i = 0; i < xs.Length; i++)
        {
            for (var j = i + 1; j < xs.Length; j++)
            {
                var (dx, dy) = (xs[j] - xs[i], ys[j] - ys[i]);
                var distance = Math.Sqrt(dx * dx + dy * dy);
                if (distance < Apart - 0.01)
                {
                    moved = true;
                    var (ux, uy) = distance < 1e-6 ? (0, 1) : (dx / distance, dy / distance);
                    var half = (Apart - distance) / 2;
                    (xs[i], ys[i], xs[j], ys[j]) = (
                        xs[i] - ux * half,
                        ys[i] - uy * half,
                        xs[j] + ux * half,
                        ys[j] + uy * half
                    );
                }
            }
        }

        return moved;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
