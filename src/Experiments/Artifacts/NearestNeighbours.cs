using System.Runtime.Intrinsics;

namespace Recto.Experiments.Artifacts;

/// <summary>Classification by the ten nearest codes, a measure of how well codes keep classes apart.</summary>
public static class NearestNeighbours
{
    private const int Neighbours = 10;

    // So many codes of the training set are compared with all others while they lie in the cache
    private const int Tile = 2048;

    /// <summary>
    /// Share of test codes whose label is that of most of their nearest training codes (Euclidean); of labels that are
    /// equally frequent the one with the nearest code wins, of codes equally near the earlier.
    /// </summary>
    /// <param name="size">Numbers in a code; both arrays are [codes × size].</param>
    public static double Accuracy(float[] train, byte[] trainLabels, float[] test, byte[] testLabels, int size)
    {
        var nearest = new Nearest[testLabels.Length];
        for (var i = 0; i < nearest.Length; i++)
            nearest[i] = new Nearest(Math.Min(Neighbours, trainLabels.Length));
        for (var start = 0; start < trainLabels.Length; start += Tile)
        {
            var count = Math.Min(Tile, trainLabels.Length - start);
            var tile = Columns(train.AsSpan(start * size, count * size), count, size);
            for (var i = 0; i < nearest.Length; i++)
                Search(tile, count, test.AsSpan(i * size, size), nearest[i], start);
        }
        var right = nearest.Where((n, i) => n.Vote(trainLabels) == testLabels[i]).Count();
        return (double)right / testLabels.Length;
    }

    /// <summary>[codes × size] → [size × codes rounded up to eight], so that eight codes are compared at once.</summary>
    private static float[] Columns(ReadOnlySpan<float> codes, int count, int size)
    {
        var width = (count + 7) / 8 * 8;
        var columns = new float[size * width];
        for (var i = 0; i < count; i++)
        for (var j = 0; j < size; j++)
            columns[j * width + i] = codes[i * size + j];
        return columns;
    }

    private static void Search(float[] tile, int count, ReadOnlySpan<float> code, Nearest nearest, int start)
    {
        var width = tile.Length / code.Length;
        for (var i = 0; i < count; i += 8)
        {
            var distances = Vector256<float>.Zero;
            for (var j = 0; j < code.Length; j++)
            {
                var difference = Vector256.Create(tile.AsSpan(j * width + i)) - Vector256.Create(code[j]);
                distances = Vector256.FusedMultiplyAdd(difference, difference, distances);
            }
            if (!Vector256.LessThanAny(distances, Vector256.Create(nearest.Farthest)))
                continue;
            for (var k = 0; k < Math.Min(8, count - i); k++)
                nearest.Offer(distances[k], start + i + k);
        }
    }

    /// <summary>The nearest so far, in order.</summary>
    private sealed class Nearest(int count)
    {
        private readonly float[] distances = [.. Enumerable.Repeat(float.PositiveInfinity, count)];
        private readonly int[] indices = new int[count];

        public float Farthest => distances[^1];

        public void Offer(float distance, int index)
        {
            if (!(distance < Farthest))
                return;
            var at = distances.Length - 1;
            for (; at > 0 && distance < distances[at - 1]; at--)
                (distances[at], indices[at]) = (distances[at - 1], indices[at - 1]);
            (distances[at], indices[at]) = (distance, index);
        }

        public byte Vote(byte[] labels) =>
            indices
                .Select((index, rank) => (Label: labels[index], Rank: rank))
                .GroupBy(v => v.Label)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Min(v => v.Rank))
                .First()
                .Key;
    }
}
