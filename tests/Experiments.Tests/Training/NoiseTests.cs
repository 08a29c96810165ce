using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Training;

public static class NoiseTests
{
    [Fact]
    public static void Masking_zeroes_its_share_and_leaves_the_rest()
    {
        var pixels = With(new NoiseSpec(NoiseKind.Masking, 0.3, NoiseDraw.Anew), 0.7f);
        Assert.Equal(0.3, pixels.Count(p => p == 0) / (double)pixels.Length, 0.01);
        Assert.All(pixels, p => Assert.True(p is 0 or 0.7f));
    }

    [Fact]
    public static void Gaussian_noise_has_its_deviation_and_keeps_pixels_in_range()
    {
        var pixels = With(new NoiseSpec(NoiseKind.Gaussian, 0.1, NoiseDraw.Anew), 0.5f);
        Assert.Equal(0.5, pixels.Average(), 0.005);
        Assert.Equal(0.01, pixels.Average(p => (p - 0.5) * (p - 0.5)), 0.0005);
        var clipped = With(new NoiseSpec(NoiseKind.Gaussian, 0.5, NoiseDraw.Anew), 0f);
        Assert.All(clipped, p => Assert.InRange(p, 0, 1));
        Assert.Equal(0.5, clipped.Count(p => p == 0) / (double)clipped.Length, 0.01);
    }

    /// <summary>Codes of hidden layers have no range to be kept in.</summary>
    [Fact]
    public static void Noise_on_codes_is_not_clipped()
    {
        var codes = new float[30_001];
        new Noise(new NoiseSpec(NoiseKind.Gaussian, 2, NoiseDraw.Anew), isClipped: false).Add(
            new RandomSource(1, "test"),
            codes
        );
        Assert.Equal(4, codes.Average(c => (double)c * c), 0.1);
    }

    [Fact]
    public static void Drawn_once_an_image_looks_the_same_in_every_epoch_and_anew_it_does_not()
    {
        Assert.Equal(Shown(NoiseDraw.Once, 1), Shown(NoiseDraw.Once, 2));
        Assert.NotEqual(Shown(NoiseDraw.Anew, 1), Shown(NoiseDraw.Anew, 2));
    }

    private static float[] With(NoiseSpec noise, float pixel)
    {
        var pixels = Enumerable.Repeat(pixel, 30_001).ToArray();
        new Noise(noise, isClipped: true).Add(new RandomSource(1, "test"), pixels);
        return pixels;
    }

    /// <summary>All images as the network sees them in an epoch, sorted, since their order differs.</summary>
    private static IEnumerable<string> Shown(NoiseDraw drawn, int epoch)
    {
        var images = Specs.TinyImages(20);
        var noise = Noise.OfPixels(new NoiseSpec(NoiseKind.Gaussian, 0.5, drawn));
        var batches = new Batches(new Samples(images), [], noise, seed: 1);
        var input = new Experiments.Models.Matrix(20, 6);
        for (var i = 0; i < epoch; i++)
        {
            batches.Shuffle();
            batches.Gather(0, input, null, null);
        }
        return Enumerable.Range(0, 20).Select(i => string.Join(' ', input.Row(i).ToArray())).Order();
    }
}
