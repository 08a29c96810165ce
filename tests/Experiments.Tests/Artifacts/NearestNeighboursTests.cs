using CsCheck;
using Recto.Experiments.Artifacts;
using Recto.Experiments.Data;
using Xunit;

namespace Recto.Tests.Artifacts;

public static class NearestNeighboursTests
{
    /// <summary>Coordinates on a coarse grid, so that ties happen.</summary>
    [Fact]
    public static void The_fast_search_agrees_with_the_plain_one() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3000], Gen.Int[1, 40], Gen.Int[0, 1000])
            .Sample(
                (size, trains, tests, seed) =>
                {
                    var random = new RandomSource(seed, "test");
                    float[] Codes(int count) =>
                        [.. Enumerable.Range(0, count * size).Select(_ => random.NextBelow(20) / 4f)];
                    byte[] Labels(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)random.NextBelow(10))];
                    var (train, test) = (Codes(trains), Codes(tests));
                    var (trainLabels, testLabels) = (Labels(trains), Labels(tests));
                    return NearestNeighbours.Accuracy(train, trainLabels, test, testLabels, size)
                        == Plain(train, trainLabels, test, testLabels, size);
                },
                iter: 60
            );

    /// <summary>Five codes of label 1 and five of label 2; the nearest is of label 2.</summary>
    [Fact]
    public static void A_tie_goes_to_the_nearest()
    {
        float[] train = [2, 3, 4, 5, 6, 1, 7, 8, 9, 10];
        byte[] labels = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2];
        Assert.Equal(1, NearestNeighbours.Accuracy(train, labels, [0], [2], 1));
    }

    [Fact]
    public static void Codes_apart_by_class_are_all_right_and_strangers_all_wrong()
    {
        float[] codes = [.. Enumerable.Range(0, 100).Select(i => i % 2 * 10f + i / 1000f)];
        byte[] labels = [.. Enumerable.Range(0, 100).Select(i => (byte)(i % 2))];
        Assert.Equal(1, NearestNeighbours.Accuracy(codes, labels, codes, labels, 1));
        Assert.Equal(0, NearestNeighbours.Accuracy(codes, labels, codes, [.. labels.Select(l => (byte)(1 - l))], 1));
    }

    private static double Plain(float[] train, byte[] trainLabels, float[] test, byte[] testLabels, int size) =>
        testLabels
            .Select(
                (label, i) =>
                {
                    var nearest = trainLabels
                        .Select(
                            (l, j) =>
                                (Label: l, Distance: Squared(train.AsSpan(j * size, size), test.AsSpan(i * size, size)))
                        )
                        .OrderBy(n => n.Distance)
                        .Take(10)
                        .ToList();
                    var votes = nearest.GroupBy(n => n.Label).ToList();
                    var most = votes.Max(g => g.Count());
                    var winners = votes.Where(g => g.Count() == most).Select(g => g.Key).ToHashSet();
                    return nearest.First(n => winners.Contains(n.Label)).Label == label ? 1.0 : 0.0;
                }
            )
            .Average();

    private static double Squared(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
