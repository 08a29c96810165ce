using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

public static class Labels
{
    /// <summary>1 at the label's place, 0 elsewhere.</summary>
    public static void OneHot(byte label, Span<float> row)
    {
        row.Clear();
        row[label] = 1;
    }

    /// <summary>How many rows have their largest number at the same place.</summary>
    public static int Agreeing(Matrix y, Matrix t)
    {
        var count = 0;
        for (var i = 0; i < y.Rows; i++)
            count += Largest(y.Row(i)) == Largest(t.Row(i)) ? 1 : 0;
        return count;
    }

    /// <exception cref="RunException"><c>spec-unsupported</c>: there are more labels than classes.</exception>
    public static void Check(HeadSpec? head, Dataset data)
    {
        var most = Math.Max(data.Train.Labels.Max(), data.Test.Labels.Max());
        if (most >= head?.Classes)
            throw new RunException(
                "spec-unsupported",
                $"head.classes: There are {head.Classes} classes, and the data have a label {most}."
            );
    }

    private static int Largest(ReadOnlySpan<float> row)
    {
        var at = 0;
        for (var i = 1; i < row.Length; i++)
            if (row[i] > row[at])
                at = i;
        return at;
    }
}
