using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Training;

/// <summary>x̂ ~ q(x̂|x), what a denoising autoencoder is shown (Vincent et al., 2008).</summary>
public static class Noise
{
    /// <summary>Adds it to pixels in [0, 1], in place.</summary>
    public static void Add(NoiseSpec spec, RandomSource random, Span<float> pixels)
    {
        Span<float> draws = stackalloc float[1024];
        for (; pixels.Length > 0; pixels = pixels[Math.Min(draws.Length, pixels.Length)..])
        {
            var now = pixels[..Math.Min(draws.Length, pixels.Length)];
            if (spec.Kind is NoiseKind.Gaussian)
                AddGaussian((float)spec.Amount, random, now, draws[..now.Length]);
            else
                Mask((float)spec.Amount, random, now, draws[..now.Length]);
        }
    }

    private static void AddGaussian(float deviation, RandomSource random, Span<float> pixels, Span<float> draws)
    {
        random.Normal(draws);
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Math.Clamp(pixels[i] + deviation * draws[i], 0f, 1f);
    }

    private static void Mask(float probability, RandomSource random, Span<float> pixels, Span<float> draws)
    {
        random.Uniform(draws);
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = draws[i] < probability ? 0f : pixels[i];
    }
}
