using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Training;

public static class BatchesTests
{
    [Fact]
    public static void An_epoch_shows_every_image_once_in_an_order_of_its_own()
    {
        var images = Numbered(100);
        var batches = Of(images, seed: 1);
        var (first, second) = (Epoch(batches), Epoch(batches));
        Assert.Equal(Enumerable.Range(0, 100), first.Order());
        Assert.Equal(Enumerable.Range(0, 100), second.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first, Epoch(Of(images, seed: 1)));
        Assert.NotEqual(first, Epoch(Of(images, seed: 2)));
    }

    [Fact]
    public static void The_clean_images_are_those_before_noise()
    {
        var noise = Noise.OfPixels(new NoiseSpec(NoiseKind.Masking, 1, NoiseDraw.Anew));
        var batches = new Batches(new Samples(Numbered(10)), [], noise, seed: 1);
        var (input, clean) = (new Matrix(10, 1), new Matrix(10, 1));
        batches.Gather(0, input, clean, null);
        Assert.All(input.Span.ToArray(), p => Assert.Equal(0, p));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => i / 255f), clean.Span.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(784)]
    public static void Bytes_become_fractions_of_255(int count)
    {
        var bytes = Enumerable.Range(0, count).Select(i => (byte)i).ToArray();
        var pixels = new float[count];
        Pixels.Scale(bytes, pixels);
        Assert.Equal(bytes.Select(b => b / 255f), pixels);
    }

    [Fact]
    public static void Labels_come_with_their_images_as_ones_among_zeros()
    {
        var images = new ImageSet([9, 7, 8], [2, 0, 1], 1, 1);
        var batches = new Batches(new Samples(images), images.Labels, null, seed: 1);
        var (input, classes) = (new Matrix(3, 1), new Matrix(3, 3));
        batches.Shuffle();
        batches.Gather(0, input, null, classes);
        for (var i = 0; i < 3; i++)
        {
            var label = (int)MathF.Round(input.Row(i)[0] * 255) switch
            {
                9 => 2,
                7 => 0,
                _ => 1,
            };
            Assert.Equal([label == 0 ? 1 : 0, label == 1 ? 1 : 0, label == 2 ? 1 : 0], classes.Row(i).ToArray());
        }
    }

    private static Batches Of(ImageSet images, long seed) => new(new Samples(images), [], null, seed);

    /// <summary>Image i is one pixel of value i.</summary>
    private static ImageSet Numbered(int count) =>
        new([.. Enumerable.Range(0, count).Select(i => (byte)i)], new byte[count], 1, 1);

    private static int[] Epoch(Batches batches)
    {
        batches.Shuffle();
        var input = new Matrix(100, 1);
        batches.Gather(0, input, null, null);
        return [.. input.Span.ToArray().Select(p => (int)MathF.Round(p * 255))];
    }
}
