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
        var batches = new Batches(images, noise: null, seed: 1);
        var (first, second) = (Epoch(batches), Epoch(batches));
        Assert.Equal(Enumerable.Range(0, 100), first.Order());
        Assert.Equal(Enumerable.Range(0, 100), second.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first, Epoch(new Batches(images, noise: null, seed: 1)));
        Assert.NotEqual(first, Epoch(new Batches(images, noise: null, seed: 2)));
    }

    [Fact]
    public static void The_clean_images_are_those_before_noise()
    {
        var batches = new Batches(Numbered(10), new NoiseSpec(NoiseKind.Masking, 1, NoiseDraw.Anew), seed: 1);
        var (input, clean) = (new Matrix(10, 1), new Matrix(10, 1));
        batches.Gather(0, input, clean);
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

    /// <summary>Image i is one pixel of value i.</summary>
    private static ImageSet Numbered(int count) =>
        new([.. Enumerable.Range(0, count).Select(i => (byte)i)], new byte[count], 1, 1);

    private static int[] Epoch(Batches batches)
    {
        batches.Shuffle();
        var input = new Matrix(100, 1);
        batches.Gather(0, input, null);
        return [.. input.Span.ToArray().Select(p => (int)MathF.Round(p * 255))];
    }
}
