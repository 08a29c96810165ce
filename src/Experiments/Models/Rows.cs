using System.Runtime.Intrinsics;

namespace Recto.Experiments.Models;

/// <summary>Sums that run along the rows of a matrix, always from the first to the last.</summary>
public static class Rows
{
    /// <summary>Adds the same row to each.</summary>
    public static void Add(Matrix to, ReadOnlySpan<float> row)
    {
        for (var i = 0; i < to.Rows; i++)
            AddInto(to.Row(i), row);
    }

    /// <summary>sum ← the sum of all rows.</summary>
    public static void Sum(Matrix of, Span<float> sum)
    {
        sum.Clear();
        for (var i = 0; i < of.Rows; i++)
            AddInto(sum, of.Row(i));
    }

    private static void AddInto(Span<float> to, ReadOnlySpan<float> row)
    {
        for (; to.Length >= 8; to = to[8..], row = row[8..])
            (Vector256.Create<float>(to) + Vector256.Create(row)).CopyTo(to);
        for (var i = 0; i < to.Length; i++)
            to[i] += row[i];
    }
}
