using System.Globalization;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>Metrics by epoch, a pane each: training solid, test dashed, one colour a run; of seeds the mean in a band.</summary>
public static class CurvesFigure
{
    private const int MostTicks = 6;
    private const int TickRoom = 28;
    private const int Tallest = 244;
    private const int Left = 64;
    private const int Right = 14;
    private const int Top = 38;
    private const int Between = 58;
    private const int Bottom = 58;

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var metrics = source.Request.Options.GetValueOrDefault(FigureKinds.Metric, "loss");
        var panels = metrics
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(metric => new Panel(
                metric,
                [.. source.Runs.SelectMany((run, i) => Curves(source, run, metric, Ink.FurthestApart[i]))]
            ))
            .ToList();
        if (panels.Exists(p => p.Curves.Count(c => !c.Test) < source.Runs.Count))
        {
            return null;
        }

        var names = RunNames.Of(source.Request.Runs);
        return terms =>
            Draw(panels, terms) with
            {
                Legend = Legend(panels, names, terms),
                Data = [.. source.Runs.SelectMany(source.SeedsOf).Select(r => $"{r.Id}/curves.csv")],
            };
    }

    private sealed record Panel(string Metric, IReadOnlyList<Curve> Curves);

    /// <param name="Values">Of each epoch, the mean of all seeds.</param>
    private sealed record Curve(Run Run, bool Test, Ink Ink, IReadOnlyList<double> Values)
    {
        public int Seeds { get; init; } = 1;

        public Ink BandInk { get; init; } = Ink.Rule;

        /// <summary>Least and greatest of the seeds; empty for one.</summary>
        public IReadOnlyList<(double Low, double High)> Band { get; init; } = [];
    }

    private static IEnumerable<Curve> Curves(FigureSource source, Run run, string metric, int colour)
    {
        if (!run.Curves.ContainsKey(metric))
        {
            source.Bag.Add(Errors.CurveUnknown(source.Request.Place, run.Id, metric, run.Curves.Keys));
            yield break;
        }

        yield return Over(source.SeedsOf(run), metric, colour, isTest: false);
        if (run.Curves.ContainsKey($"test.{metric}"))
        {
            yield return Over(source.SeedsOf(run), $"test.{metric}", colour, isTest: true);
        }
    }

    private static Curve Over(IReadOnlyList<Run> seeds, string metric, int colour, bool isTest)
    {
        var epochs = Enumerable
            .Range(0, seeds.Min(s => s.Curves[metric].Count))
            .Select(e => seeds.Select(s => s.Curves[metric][e]).ToList())
            .ToList();
        return new Curve(
            seeds[0],
            isTest,
            isTest ? Ink.DashedOf(colour) : Ink.Of(colour),
            [.. epochs.Select(values => values.Average())]
        )
        {
            Seeds = seeds.Count,
            BandInk = Ink.BandOf(colour),
            Band = seeds.Count > 1 ? [.. epochs.Select(values => (values.Min(), values.Max()))] : [],
        };
    }

    private static Drawing Draw(List<Panel> panels, Terms terms)
    {
        var height = (int)(Tallest * 1.4 / (panels.Count + 0.4));
        using var sheet = new Sheet(Top + panels.Count * (height + Between) - Between + Bottom);
        var epochs = panels.Max(p => p.Curves.Max(c => c.Values.Count));
        var box = new Box(Left, Top, Sheet.FullWidth - Left - Right, height);
        foreach (var panel in panels)
        {
            var name = terms.Words.GetValueOrDefault(panel.Metric, panel.Metric);
            sheet.Write(new Word(2, box.Top - 28, name) { Across = Across.Start });
            DrawPanel(sheet, panel, box, epochs, isLast: panel == panels[^1]);
            box = box with { Top = box.Bottom + Between };
        }

        var below = box.Top - Between + 32;
        sheet.Write(new Word(box.Left + box.Width / 2, below, terms["epoch"]) { Down = Down.Top });
        return sheet.Finish();
    }

    private static void DrawPanel(Sheet sheet, Panel panel, Box box, int epochs, bool isLast)
    {
        var x = EpochTicks(epochs);
        var y = ValueTicks(panel.Curves, Math.Min(MostTicks, (int)(box.Height / TickRoom)));
        var frame = new Frame(box, Math.Min(x.First, 1), Math.Max(epochs, 2), y.First, y.Last);
        var pane = sheet.Add(frame);
        if (isLast)
        {
            pane.MarkX(x, grid: false);
        }

        pane.MarkY(y, grid: true);
        pane.Line(Ink.Line, 1, [frame.MinX, frame.MaxX], [frame.MinY, frame.MinY]);
        foreach (var curve in panel.Curves.Where(c => c.Band.Count > 0))
        {
            var lower = curve.Band.Select((b, i) => (i + 1.0, b.Low));
            pane.Fill(curve.BandInk, [.. lower, .. curve.Band.Select((b, i) => (i + 1.0, b.High)).Reverse()]);
        }

        foreach (var curve in panel.Curves)
        {
            pane.Line(curve.Ink, 2, [.. curve.Values.Select((_, i) => i + 1.0)], curve.Values);
        }
    }

    private static IReadOnlyList<LegendEntry> Legend(
        IReadOnlyList<Panel> panels,
        IReadOnlyDictionary<string, string> names,
        Terms terms
    )
    {
        var curves = panels.SelectMany(p => p.Curves).ToList();
        var bands = curves
            .Where(c => c.Seeds > 1)
            .Select(c =>
                terms["seeds_band"]
                    .Replace("{0}", c.Seeds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            )
            .Select(label => new LegendEntry(label, "", LegendEntry.Area));
        return [.. curves.Select(c => Entry(c, names, terms)).Concat(bands).Distinct()];
    }

    private static LegendEntry Entry(Curve curve, IReadOnlyDictionary<string, string> names, Terms terms)
    {
        var part = terms[curve.Test ? "test" : "train"];
        var name = names[curve.Run.Id];
        return new LegendEntry(name.Length == 0 ? part : $"{name} · {part}", curve.Ink.Class!, curve.Ink.Dash ?? "");
    }

    /// <summary>Short runs begin at their first epoch, long ones at nought, where no rounder number is near.</summary>
    private static Ticks EpochTicks(int epochs) =>
        epochs <= MostTicks
            ? new Ticks(1, [.. Enumerable.Range(1, Math.Max(epochs, 2)).Select(e => (double)e)])
            : Ticks.Inside(0, epochs, MostTicks);

    /// <summary>All values, but where the first few epochs tower above the rest, the curves come in from above.</summary>
    private static Ticks ValueTicks(IReadOnlyList<Curve> curves, int most)
    {
        var low = curves.Min(c => c.Band.Select(b => b.Low).Concat(c.Values).Min());
        var high = curves.Max(c => c.Values.Max());
        var settled = curves.Max(c => c.Values.Skip(c.Values.Count / 20).Max());
        var top = high - low > 3 * (settled - low) && settled > low ? settled : high;
        return Ticks.Around(low, top > low ? top : low + Math.Max(Math.Abs(low), 1e-3), most);
    }
}
