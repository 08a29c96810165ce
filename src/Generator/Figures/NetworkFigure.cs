using System.Globalization;
using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Figures;

/// <summary>A network from input to output, read off the run's layer table: bars are layers, their links hold the weights.</summary>
public static class NetworkFigure
{
    private const int Height = 292;
    private const double Middle = 92;
    private const double Tallest = 160;
    private const double Shortest = 24;
    private const double Widest = 220;
    private const double Side = 48;
    private const double Legs = Middle + Tallest / 2;

    /// <summary>Layers up to this size show each unit.</summary>
    private const int Countable = 12;

    /// <summary>Font size that the page's style sheet gives to words in figures on a phone, in our pixels.</summary>
    private const double PhoneSize = 23;

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var run = source.Runs[0];
        var (bars, spacing) = Bars(run.Record.Layers);
        return terms => Draw(bars, spacing, terms) with { Data = [$"{run.Id}/run.json"] };
    }

    /// <param name="X">Its middle.</param>
    private sealed record Bar(LayerRecord Layer, double X, double Width, double Height)
    {
        public double Left => X - Width / 2;

        public double Right => X + Width / 2;

        public double Top => Middle - Height / 2;

        public double Bottom => Middle + Height / 2;
    }

    /// <summary>Heights grow with the logarithm of a layer's units (of its pixels, if it has channels), widths with that of its channels.</summary>
    private static (IReadOnlyList<Bar> Bars, double Spacing) Bars(IReadOnlyList<LayerRecord> layers)
    {
        var most = Math.Log(Math.Max(2, layers.Max(Units)));
        var spacing = Math.Min(Widest, (Sheet.FullWidth - 2 * Side) / Math.Max(1, layers.Count - 1));
        var first = (Sheet.FullWidth - spacing * (layers.Count - 1)) / 2;
        return (
            [
                .. layers.Select(
                    (layer, i) =>
                        new Bar(
                            layer,
                            first + i * spacing,
                            layer.Shape.Count > 1 ? 6 + 3 * Math.Log2(layer.Shape[^1]) : 16,
                            Shortest + (Tallest - Shortest) * Math.Log(Units(layer)) / most
                        )
                ),
            ],
            spacing
        );
    }

    private static double Units(LayerRecord layer) =>
        layer.Shape.Take(Math.Max(1, layer.Shape.Count - 1)).Aggregate(1.0, (product, n) => product * n);

    private static Drawing Draw(IReadOnlyList<Bar> bars, double spacing, Terms terms)
    {
        using var sheet = new Sheet(Height, Frame.Pixels(Sheet.FullWidth, Height));
        foreach (var (from, to) in bars.Zip(bars.Skip(1)))
        {
            sheet.Fill(
                Ink.Mark,
                (from.Right, from.Top),
                (to.Left, to.Top),
                (to.Left, to.Bottom),
                (from.Right, from.Bottom)
            );
        }

        foreach (var bar in bars)
        {
            DrawBar(sheet, bar);
        }

        WriteRow(sheet, bars, 0, Names([.. bars.Select(b => b.Layer)], terms), spacing);
        WriteRow(sheet, bars, 1, [.. bars.Select(b => string.Join('×', b.Layer.Shape))], spacing);
        WriteRow(sheet, bars, 2, [.. bars.Select(b => b.Layer.Activation ?? "")], room: 0);
        WriteWeights(sheet, bars, spacing, terms);
        var total = Said(terms["parameters_total"], bars.Sum(b => b.Layer.Parameters));
        sheet.Write(new Word(Sheet.FullWidth / 2.0, Legs + 98, total) { Down = Down.Top });
        return sheet.Finish();
    }

    private static void DrawBar(Sheet sheet, Bar bar)
    {
        var ink = bar.Layer.Role switch
        {
            "input" => Ink.Line,
            "code" => Ink.Of(1),
            _ => Ink.Of(0),
        };
        sheet.Rectangle(ink, bar.Left, bar.Right, bar.Top, bar.Bottom);
        var units = bar.Layer.Shape.Count == 1 ? bar.Layer.Shape[0] : int.MaxValue;
        for (var i = 0; units <= Countable && i < units; i++)
        {
            var pitch = bar.Height / units;
            sheet.Dot(Ink.Paper, bar.X, bar.Top + (i + 0.5) * pitch, Math.Min(4.5, 0.34 * pitch));
        }
    }

    /// <summary>A line of words below the bars; if one of them would not fit on a phone, only input, code and output keep theirs.</summary>
    private static void WriteRow(
        Sheet sheet,
        IReadOnlyList<Bar> bars,
        int line,
        IReadOnlyList<string> words,
        double room
    )
    {
        var crowded = words.Any(w => PhoneWidth(w) > room);
        foreach (var (bar, word) in bars.Zip(words).Where(p => p.Second.Length > 0))
        {
            sheet.Write(
                new Word(bar.X, Legs + 22, word)
                {
                    Ink = line == 0 ? Ink.Text : Ink.Soft,
                    Bold = line == 0,
                    Down = Down.Top,
                    Line = line,
                    Minor = room == 0 || (crowded && bar.Layer.Role is "encoder" or "decoder"),
                }
            );
        }
    }

    private static void WriteWeights(Sheet sheet, IReadOnlyList<Bar> bars, double spacing, Terms terms)
    {
        var links = bars.Zip(bars.Skip(1)).Where(link => link.Second.Layer.Parameters > 0).ToList();
        var words = links.ConvertAll(link =>
            spacing < Widest
                ? Count(link.Second.Layer.Parameters)
                : Said(terms["parameters_count"], link.Second.Layer.Parameters)
        );
        var minor = words.Exists(w => PhoneWidth(w) > spacing - 16);
        foreach (var (link, word) in links.Zip(words))
        {
            var x = (link.First.Right + link.Second.Left) / 2;
            sheet.Write(new Word(x, Middle, word) { Minor = minor });
        }
    }

    /// <summary>Encoder 1, Encoder 2, …: numbered where a role has more than one layer.</summary>
    private static List<string> Names(IReadOnlyList<LayerRecord> layers, Terms terms)
    {
        var many = layers.CountBy(l => l.Role).ToDictionary(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. layers.Select(layer =>
            {
                var number = seen[layer.Role] = seen.GetValueOrDefault(layer.Role) + 1;
                var name = terms[$"layer_{layer.Role}"];
                return many[layer.Role] > 1 ? FormattableString.Invariant($"{name} {number}") : name;
            }),
        ];
    }

    private static string Said(string sentence, long count) =>
        string.Format(CultureInfo.InvariantCulture, sentence, Count(count));

    /// <summary>Thousands set off by a narrow space, as everywhere in the report.</summary>
    private static string Count(long count) =>
        count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    private static double PhoneWidth(string word) => PhoneSize * word.Sum(c => c >= '\u2e80' ? 1 : 0.58);
}
