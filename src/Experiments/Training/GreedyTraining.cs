using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>
/// Greedy layer-wise pre-training (Vincent et al., 2008): from the images up, each layer and its mirror image learn to
/// restore what the layers below make of clean images from a spoilt version of it.
/// </summary>
public static class GreedyTraining
{
    /// <summary>Changes the weights of all layers; returns for each the loss of each epoch.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Train(
        ExperimentSpec spec,
        Network network,
        Samples samples,
        Action<TrainingProgress> report
    )
    {
        if (spec.Greedy is not { } greedy)
            return [];
        var curves = new List<IReadOnlyList<double>>();
        for (var i = 0; i <= network.CodeLayer; i++)
        {
            var pair = new Network([network.Layers[i], network.Layers[^(i + 1)]], CodeLayer: 0);
            var noise = greedy.Noise is { } declared ? new Noise(declared, isClipped: i == 0) : null;
            var stage = new Stage(Alone(spec, greedy), pair)
            {
                Batches = new Batches(samples, [], noise, spec.Seed, $"greedy {i + 1} "),
                EpochsBefore = i * greedy.Epochs,
                Test = () => [],
            };
            curves.Add([.. stage.Train(report).Select(e => e.Train[0])]);
            samples = Codes(pair, samples);
        }
        return curves;
    }

    /// <summary>What a layer by itself is trained for: to restore clean codes in the mean square.</summary>
    private static ExperimentSpec Alone(ExperimentSpec spec, GreedySpec greedy) =>
        spec with
        {
            Noise = greedy.Noise,
            Target = Target.Clean,
            Loss = Loss.Mse,
            Epochs = greedy.Epochs,
            Head = null,
        };

    private static Samples Codes(Network pair, Samples samples)
    {
        const int Chunk = 1000;
        var (layer, passes) = (pair.Layers[0], new Dictionary<int, (Matrix X, Matrix Y)>());
        var codes = new float[samples.Count * layer.Outputs];
        layer.Begin();
        for (var start = 0; start < samples.Count; start += Chunk)
        {
            var rows = Math.Min(Chunk, samples.Count - start);
            if (!passes.TryGetValue(rows, out var pass))
                passes[rows] = pass = (new Matrix(rows, layer.Inputs), new Matrix(rows, layer.Outputs));
            samples.Copy(start, pass.X.Span);
            layer.Forward(pass.X, pass.Y, draws: null);
            pass.Y.Span.CopyTo(codes.AsSpan(start * layer.Outputs));
        }
        return new Samples(codes, layer.Outputs);
    }
}
