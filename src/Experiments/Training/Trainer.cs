using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <param name="Epoch">1-based.</param>
/// <param name="Part">How much of it is done, 0 to 1.</param>
/// <param name="Loss">Its running mean so far.</param>
public readonly record struct TrainingProgress(int Epoch, double Part, double Loss);

/// <param name="Loss">Running mean over the epoch's batches, weighted by their sizes, as Keras prints it.</param>
/// <param name="TestLoss">Of the whole test set, with the weights at the epoch's end.</param>
public sealed record EpochRecord(double Loss, double TestLoss);

/// <summary>The training loop, top to bottom.</summary>
public static class Trainer
{
    /// <summary>Changes the network's weights; returns the curve, an entry an epoch.</summary>
    /// <exception cref="RunException"><c>loss-diverged</c>: the loss is no longer a finite number.</exception>
    public static IReadOnlyList<EpochRecord> Train(
        ExperimentSpec spec,
        Network network,
        Dataset data,
        Action<TrainingProgress> report
    )
    {
        Losses.Check(spec);
        var batches = new Batches(data.Train, spec.Noise, spec.Seed);
        var steps = new Dictionary<int, Step>(); // by size: the last batch of an epoch may be smaller
        var optimizer = new Adam(spec.Optimizer!, network.Parameters);
        var evaluator = new Evaluator(spec, network);
        var curve = new List<EpochRecord>();
        for (var epoch = 1; epoch <= spec.Epochs; epoch++)
        {
            batches.Shuffle();
            var (sum, done) = (0.0, 0);
            while (done < data.Train.Count)
            {
                var rows = Math.Min(spec.Batch, data.Train.Count - done);
                if (!steps.TryGetValue(rows, out var step))
                    steps[rows] = step = new Step(spec, network, rows);
                var loss = step.Run(batches, done, optimizer);
                if (!double.IsFinite(loss))
                    throw Diverged(epoch, done / spec.Batch + 1);
                sum += loss * rows;
                done += rows;
                report(new TrainingProgress(epoch, (double)done / data.Train.Count, sum / done));
            }
            curve.Add(new EpochRecord(sum / done, evaluator.Evaluate(data.Test, "test").Loss));
        }
        return curve;
    }

    private static RunException Diverged(int epoch, int step) =>
        new(
            "loss-diverged",
            FormattableString.Invariant($"The loss diverged at epoch {epoch}, step {step}: it is no finite number.")
        );
}
