using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>A metric by epoch: training solid, test dashed, one colour a run.</summary>
public static class CurvesFigure
{
    private const int Height = 340;
    private const int MostTicks = 6;

    /// <summary>Colours of lines: those furthest apart.</summary>
    private static readonly int[] Colours = [0, 1, 4, 9];

    private static readonly Box Box = new(64, 38, Sheet.FullWidth - 64 - 14, Height - 38 - 58);

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var metric = source.Request.Options.GetValueOrDefault("metric", "loss");
        var curves = source.Runs.SelectMany((run, i) => Curves(source, run, metric, Colours[i])).ToList();
        if (curves.Count(c => !c.Test) < source.Runs.Count)
        {
            return null;
        }

        var names = Names([.. source.Runs.Select(r => r.Id)]);
        return terms =>
            Draw(curves, names, terms, metric) with
            {
                Data = [.. source.Runs.Select(r => $"{r.Id}/curves.csv")],
            };
    }

    private sealed record Curve(Run Run, bool Test, Ink Ink, IReadOnlyList<double> Values);

    private static IEnumerable<Curve> Curves(FigureSource source, Run run, string metric, int colour)
    {
        if (!run.Curves.TryGetValue(metric, out var train))
        {
            source.Bag.Add(Errors.CurveUnknown(source.Request.Place, run.Id, metric, run.Curves.Keys));
            yield break;
        }

        yield return new Curve(run, false, Ink.Of(colour), train);
        if (run.Curves.TryGetValue($"test.{metric}", out var test))
        {
            yield return new Curve(run, true, Ink.DashedOf(colour), test);
        }
    }

    private static Drawing Draw(
        List<Curve> curves,
        IReadOnlyDictionary<string, string> names,
        Terms terms,
        string metric
    )
    {
        var epochs = curves.Max(c => c.Values.Count);
        var x = EpochTicks(epochs);
        var y = ValueTicks(curves);
        var frame = new Frame(Box, Math.Min(x.First, 1), Math.Max(epochs, 2), y.First, y.Last);
        using var sheet = new Sheet(Height, frame);
        sheet.MarkX(x, grid: false);
        sheet.MarkY(y);
        sheet.Line(Ink.Line, 1, [frame.MinX, frame.MaxX], [frame.MinY, frame.MinY]);
        foreach (var curve in curves)
        {
            sheet.Line(curve.Ink, 2, [.. curve.Values.Select((_, i) => i + 1.0)], curve.Values);
        }

        sheet.Write(new Word(2, 10, terms.Words.GetValueOrDefault(metric, metric)) { Across = Across.Start });
        sheet.Write(new Word(Box.Left + Box.Width / 2, Box.Bottom + 32, terms["epoch"]) { Down = Down.Top });
        return sheet.Finish() with { Legend = [.. curves.Select(c => Entry(c, names, terms))] };
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
    private static Ticks ValueTicks(List<Curve> curves)
    {
        var low = curves.Min(c => c.Values.Min());
        var high = curves.Max(c => c.Values.Max());
        var settled = curves.Max(c => c.Values.Skip(c.Values.Count / 20).Max());
        var top = high - low > 3 * (settled - low) && settled > low ? settled : high;
        return Ticks.Around(low, top > low ? top : low + Math.Max(Math.Abs(low), 1e-3), MostTicks);
    }

    /// <summary>Run ids without the words all of them begin with: <c>ae_tanh</c> and <c>ae_relu</c> are tanh and relu.</summary>
    public static IReadOnlyDictionary<string, string> Names(IReadOnlyList<string> ids)
    {
        var words = ids.Select(id => id.Split('_')).ToList();
        var shared = 0;
        while (words.All(w => w.Length > shared && w[shared] == words[0][shared]))
        {
            shared++;
        }

        return ids.Zip(words)
            .DistinctBy(p => p.First)
            .ToDictionary(
                p => p.First,
                p => ids.Count > 1 && shared == p.Second.Length ? p.First : string.Join(' ', p.Second.Skip(shared))
            );
    }
}
