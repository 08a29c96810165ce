using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Training;

/// <summary>x̂ ~ q(x̂|x), what a denoising autoencoder is shown (Vincent et al., 2008).</summary>
/// <param name="isClipped">Whether values stay in [0, 1], as pixels do and codes do not.</param>
public sealed class Noise(NoiseSpec spec, bool isClipped)
{
    private readonly float amount = (float)spec.Amount;
    private readonly float least = isClipped ? 0 : float.NegativeInfinity;
    private readonly float most = isClipped ? 1 : float.PositiveInfinity;

    public bool IsDrawnOnce => spec.Drawn is NoiseDraw.Once;

    public static Noise? OfPixels(NoiseSpec? spec) => spec is null ? null : new Noise(spec, isClipped: true);

    /// <summary>A whole set with noise.</summary>
    public Samples Spoil(Samples samples, RandomSource random)
    {
        var values = new float[samples.Count * samples.Size];
        samples.Copy(0, values);
        Add(random, values);
        return new Samples(values, samples.Size);
    }

    /// <summary>Adds it in place.</summary>
    public void Add(RandomSource random, Span<float> values)
    {
        Span<float> draws = stackalloc float[1024];
        for (; values.Length > 0; values = values[Math.Min(draws.Length, values.Length)..])
        {
            var now = values[..Math.Min(draws.Length, values.Length)];
            if (spec.Kind is NoiseKind.Gaussian)
                AddGaussian(random, now, draws[..now.Length]);
            else
                Mask(random, now, draws[..now.Length]);
        }
    }

    private void AddGaussian(RandomSource random, Span<float> values, Span<float> draws)
    {
        random.Normal(draws);
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Clamp(values[i] + amount * draws[i], least, most);
    }

    private void Mask(RandomSource random, Span<float> values, Span<float> draws)
    {
        random.Uniform(draws);
        for (var i = 0; i < values.Length; i++)
            values[i] = draws[i] < amount ? 0f : values[i];
    }
}
