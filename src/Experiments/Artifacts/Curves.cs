using System.Globalization;
using System.Text;
using Recto.Experiments.Contract;
using Recto.Experiments.Training;

namespace Recto.Experiments.Artifacts;

/// <summary>Curves as CSV: one line an epoch, numbers that read back to the same bits.</summary>
public static class Curves
{
    /// <summary><c>curves.csv</c>, its columns as <see cref="MetricCatalog.Curves"/> announces them.</summary>
    public static byte[] Write(ExperimentSpec spec, IReadOnlyList<EpochRecord> curve) =>
        Lines(["epoch", .. MetricCatalog.Curves(spec)], curve.Select((e, i) => Line([i + 1, .. e.Train, .. e.Test])));

    /// <summary><c>greedy.csv</c>: the loss of each layer that was trained alone.</summary>
    public static byte[] WriteGreedy(IReadOnlyList<IReadOnlyList<double>> curves) =>
        Lines(
            ["layer", "epoch", "loss"],
            curves.SelectMany((curve, layer) => curve.Select((loss, i) => Line([layer + 1, i + 1, loss])))
        );

    private static byte[] Lines(IEnumerable<string> columns, IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Prepend(string.Join(',', columns)).Select(line => line + "\n")));

    private static string Line(IEnumerable<double> values) =>
        string.Join(',', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
}
