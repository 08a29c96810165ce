using System.Globalization;
using System.Text;
using Recto.Experiments.Contract;
using Recto.Experiments.Training;

namespace Recto.Experiments.Artifacts;

/// <summary><c>curves.csv</c>: one line an epoch, numbers that read back to the same bits.</summary>
public static class Curves
{
    public static byte[] Write(ExperimentSpec spec, IReadOnlyList<EpochRecord> curve)
    {
        var text = new StringBuilder($"epoch,{string.Join(',', MetricCatalog.Curves(spec))}\n");
        for (var i = 0; i < curve.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1},{curve[i].Loss:R},{curve[i].TestLoss:R}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
