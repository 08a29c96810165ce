using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>The training set, gathered in shuffled batches.</summary>
public sealed class Batches
{
    private readonly Samples samples;
    private readonly byte[] labels;
    private readonly Noise? noise;
    private readonly RandomSource shuffling;
    private readonly RandomSource noising;
    private readonly int[] order;

    // The whole set with its noise, where that is drawn once
    private readonly Samples? noisy;

    /// <param name="labels">One a sample; empty where nobody asks.</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="stage">Tells apart the draws of stages that follow each other; empty for the last.</param>
    public Batches(Samples samples, byte[] labels, Noise? noise, long seed, string stage = "")
    {
        (this.samples, this.labels, this.noise) = (samples, labels, noise);
        shuffling = new RandomSource(seed, $"{stage}shuffle");
        noising = new RandomSource(seed, $"{stage}noise");
        order = [.. Enumerable.Range(0, samples.Count)];
        noisy = noise is { IsDrawnOnce: true } ? noise.Spoil(samples, noising) : null;
    }

    public int Count => samples.Count;

    /// <summary>A new order, for the next epoch.</summary>
    public void Shuffle() => shuffling.Shuffle(order);

    /// <summary>Fills a batch, row by row.</summary>
    /// <param name="start">Where in the order it begins.</param>
    /// <param name="input">What the network is shown.</param>
    /// <param name="clean">The same before noise; absent where nobody asks.</param>
    /// <param name="classes">Labels, one-hot; absent where nobody asks.</param>
    public void Gather(int start, Matrix input, Matrix? clean, Matrix? classes)
    {
        for (var row = 0; row < input.Rows; row++)
        {
            var sample = order[start + row];
            (noisy ?? samples).Copy(sample, input.Row(row));
            if (clean is not null)
                samples.Copy(sample, clean.Row(row));
            if (classes is not null)
                Labels.OneHot(labels[sample], classes.Row(row));
        }
        if (noise is { IsDrawnOnce: false })
            noise.Add(noising, input.Span);
    }
}
