using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>The training set, gathered in shuffled batches.</summary>
public sealed class Batches
{
    private readonly ImageSet images;
    private readonly NoiseSpec? noise;
    private readonly RandomSource shuffling;
    private readonly RandomSource noising;
    private readonly int[] order;

    // The whole set with its noise, where that is drawn once
    private readonly float[]? noisy;

    public Batches(ImageSet images, NoiseSpec? noise, long seed)
    {
        (this.images, this.noise) = (images, noise);
        shuffling = new RandomSource(seed, "shuffle");
        noising = new RandomSource(seed, "noise");
        order = [.. Enumerable.Range(0, images.Count)];
        if (noise is not { Drawn: NoiseDraw.Once })
            return;
        noisy = new float[images.Pixels.Length];
        Pixels.Scale(images.Pixels, noisy);
        Noise.Add(noise, noising, noisy);
    }

    /// <summary>A new order, for the next epoch.</summary>
    public void Shuffle() => shuffling.Shuffle(order);

    /// <summary>Fills a batch, row by row.</summary>
    /// <param name="start">Where in the order it begins.</param>
    /// <param name="input">What the network is shown.</param>
    /// <param name="clean">The same before noise; absent where nobody asks.</param>
    public void Gather(int start, Matrix input, Matrix? clean)
    {
        for (var row = 0; row < input.Rows; row++)
        {
            var image = order[start + row];
            if (noisy is null)
                Pixels.Scale(images[image], input.Row(row));
            else
                noisy.AsSpan(image * images.Size, images.Size).CopyTo(input.Row(row));
            if (clean is not null)
                Pixels.Scale(images[image], clean.Row(row));
        }
        if (noise is { Drawn: NoiseDraw.Anew })
            Noise.Add(noise, noising, input.Span);
    }
}
