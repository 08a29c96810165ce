using System.Globalization;
using Recto.Content;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>A metric over the values that a sweep tried: a dot a run, of seeds the mean in a band from the least to the greatest.</summary>
public static class SweepFigure
{
    private const int MostTicks = 6;
    private const int TickRoom = 28;
    private const int LabelRoom = 26;
    private const int Tallest = 244;
    private const int Left = 64;
    private const int Right = 18;
    private const int Top = 38;
    private const int Between = 58;
    private const int Bottom = 58;
    private const double Inset = 14; // of the outermost dots from the frame

    private static IReadOnlyList<int> Colours => Ink.FurthestApart;

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var request = source.Request;
        var metrics = request.Options.GetValueOrDefault(FigureKinds.Metric, "test.mse").Split(' ');
        var log = request.Options.GetValueOrDefault(FigureKinds.Log, "").Split(' ');
        var over = request.Options.GetValueOrDefault(FigureKinds.Over, request.Sweeps[0].Keys[0]);
        var lines = request.Sweeps.SelectMany(s => Lines(s, request)).ToList();
        var panels = metrics
            .Select(m => PanelOf(m, lines, log.Contains("y"), HeightOf(metrics.Length), source))
            .ToList();
        if (panels.Contains(null))
        {
            return null;
        }

        var x = Axis.Of([.. lines.SelectMany(l => l.Runs.Select(r => r.X))], log.Contains("x"));
        var seeds = source.Runs.Max(r => source.SeedsOf(r).Count);
        return terms =>
            Draw(panels!, x, over, terms) with
            {
                Legend = Legend(lines, seeds, terms),
                Data = [.. source.Runs.Select(r => $"{r.Id}/run.json")],
            };
    }

    private static int HeightOf(int panels) => (int)(Tallest * 1.4 / (panels + 0.4));

    /// <param name="Name">Empty where there is only one.</param>
    private sealed record Line(string Name, IReadOnlyList<(double X, string Run)> Runs);

    private sealed record Point(double X, double Mean, double Low, double High);

    private sealed record Panel(string Metric, Axis Y, IReadOnlyList<IReadOnlyList<Point>> Lines);

    /// <summary>One for each combination of the keys that are not the axis.</summary>
    private static IEnumerable<Line> Lines(Sweep sweep, FigureRequest request)
    {
        var over = request.Options.GetValueOrDefault(FigureKinds.Over, sweep.Keys[0]);
        var key = sweep.Keys.ToList().IndexOf(over);
        return sweep
            .Members.GroupBy(m => string.Join(" · ", m.Values.Where((_, i) => i != key)), StringComparer.Ordinal)
            .Select(line => new Line(
                string.Join(
                    " · ",
                    new[] { request.Sweeps.Count > 1 ? sweep.Id : "", line.Key }.Where(n => n.Length > 0)
                ),
                [.. line.Select(m => (YamlNumbers.Number(m.Values[key])!.Value, m.Run)).OrderBy(r => r.Item1)]
            ));
    }

    private static Panel? PanelOf(string metric, IReadOnlyList<Line> lines, bool isLog, int height, FigureSource source)
    {
        var runs = source.Runs.ToDictionary(r => r.Id);
        var points = lines
            .Select(IReadOnlyList<Point> (l) => [.. l.Runs.Select(r => Of(r.X, runs[r.Run])).OfType<Point>()])
            .ToList();
        if (points.Sum(p => p.Count) < lines.Sum(l => l.Runs.Count))
        {
            return null; // A run of an earlier result lacks it.
        }

        var (low, high) = (points.Min(l => l.Min(p => p.Low)), points.Max(l => l.Max(p => p.High)));
        if (isLog && low <= 0)
        {
            var value = $"{metric} = {low.ToString("G3", CultureInfo.InvariantCulture)}";
            source.Bag.Add(Errors.AxisNotPositive(source.Request.Place, "y", value));
            return null;
        }

        return new Panel(metric, Axis.Around(low, high, Math.Min(MostTicks, height / TickRoom), isLog), points);

        Point? Of(double x, Run run)
        {
            var values = source
                .SeedsOf(run)
                .Where(s => s.Record.Metrics.ContainsKey(metric))
                .Select(s => s.Record.Metrics[metric])
                .ToList();
            return values.Count == 0 ? null : new(x, values.Average(), values.Min(), values.Max());
        }
    }

    private static Drawing Draw(IReadOnlyList<Panel> panels, Axis x, string over, Terms terms)
    {
        var height = HeightOf(panels.Count);
        using var sheet = new Sheet(Top + panels.Count * (height + Between) - Between + Bottom);
        var pixels = sheet.AddPixels();
        var box = new Box(Left, Top, Sheet.FullWidth - Left - Right, height);
        foreach (var panel in panels)
        {
            var name = terms.Words.GetValueOrDefault("metric." + panel.Metric, panel.Metric);
            sheet.Write(new Word(2, box.Top - 28, name) { Across = Across.Start });
            DrawPanel(pixels, sheet, panel, x, box);
            box = box with { Top = box.Bottom + Between };
        }

        box = box with { Top = box.Top - Between - height };
        MarkX(sheet, x, box);
        var words = terms.Words.GetValueOrDefault(over, over);
        sheet.Write(new Word(box.Left + box.Width / 2, box.Bottom + 32, words) { Down = Down.Top });
        return sheet.Finish();
    }

    private static void DrawPanel(Pane pixels, Sheet sheet, Panel panel, Axis x, Box box)
    {
        foreach (var (value, label) in panel.Y.Marks)
        {
            pixels.Line(Ink.Rule, 1, [box.Left, box.Right], [Y(value), Y(value)]);
            sheet.Write(new Word(box.Left - 9, Y(value), label) { Across = Across.End });
        }

        pixels.Line(Ink.Line, 1, [box.Left, box.Right], [box.Bottom, box.Bottom]);
        foreach (var (i, line) in panel.Lines.Index().Where(l => l.Item.Any(p => p.High > p.Low)))
        {
            var lower = line.Select(p => (X(p.X), Y(p.Low)));
            pixels.Fill(
                Ink.BandOf(Colours[i % Colours.Count]),
                [.. lower, .. line.Select(p => (X(p.X), Y(p.High))).Reverse()]
            );
        }

        foreach (var (i, line) in panel.Lines.Index())
        {
            var ink = Ink.Of(Colours[i % Colours.Count]);
            pixels.Line(ink, 2, [.. line.Select(p => X(p.X))], [.. line.Select(p => Y(p.Mean))]);
            line.ToList().ForEach(p => pixels.Dot(ink, X(p.X), Y(p.Mean), 3.5));
        }

        double X(double value) => Column(x, box, value);
        double Y(double value) => box.Bottom - panel.Y.At(value) * box.Height;
    }

    private static double Column(Axis x, Box box, double value) =>
        box.Left + Inset + x.At(value) * (box.Width - 2 * Inset);

    /// <summary>What would stand too close to its neighbour is left out.</summary>
    private static void MarkX(Sheet sheet, Axis x, Box box)
    {
        var last = double.NegativeInfinity;
        foreach (var (value, label) in x.Marks)
        {
            var at = Column(x, box, value);
            if (at - last >= LabelRoom)
            {
                sheet.Write(new Word(at, box.Bottom + 9, label) { Down = Down.Top });
                last = at;
            }
        }
    }

    private static IReadOnlyList<LegendEntry> Legend(IReadOnlyList<Line> lines, int seeds, Terms terms)
    {
        var entries = lines
            .Index()
            .Where(l => l.Item.Name.Length > 0)
            .Select(l => new LegendEntry(l.Item.Name, Ink.Of(Colours[l.Index % Colours.Count]).Class!, ""));
        var band = terms["seeds_band"]
            .Replace("{0}", seeds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return seeds > 1 ? [.. entries, new LegendEntry(band, "", LegendEntry.Area)] : [.. entries];
    }
}
