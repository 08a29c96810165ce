using System.Security.Cryptography;
using Recto.Experiments.Data;
using Xunit;

namespace Recto.Tests.Data;

public static class StrokesTests
{
    private static readonly Dataset Data = Strokes.Draw();

    /// <summary>If this changes, <c>StrokesData.Version</c> must: keys stand on it.</summary>
    [Fact]
    public static void Every_machine_draws_these_bytes() =>
        Assert.Equal(
            "f2ac0d0ac064a240b8085462a6504de5e9f9d2f15c0523b51313c63a72147d3b",
            Convert.ToHexStringLower(SHA256.HashData([.. Data.Train.Pixels, .. Data.Test.Pixels, .. Data.Test.Labels]))
        );

    [Fact]
    public static void There_are_6000_images_to_learn_from_and_1000_to_be_judged_by() =>
        Assert.Equal((6000, 1000, 28, 28), (Data.Train.Count, Data.Test.Count, Data.Test.Height, Data.Test.Width));

    [Fact]
    public static void All_digits_are_equally_frequent() =>
        Assert.All(Data.Train.Labels.CountBy(l => l), d => Assert.Equal(600, d.Value));

    [Fact]
    public static void Every_image_has_ink_and_paper()
    {
        for (var i = 0; i < Data.Train.Count; i++)
        {
            var image = Data.Train[i].ToArray();
            Assert.InRange(image.Average(p => p / 255.0), 0.02, 0.35);
            Assert.True(image.Max() == 255, $"image {i} is pale");
        }
    }

    [Fact]
    public static void No_two_images_are_the_same() =>
        Assert.Equal(
            Data.Test.Count,
            Enumerable.Range(0, Data.Test.Count).Select(i => Convert.ToHexString(Data.Test[i])).Distinct().Count()
        );
}
