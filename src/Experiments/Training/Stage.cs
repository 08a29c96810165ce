using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>The training loop, top to bottom: some epochs of one network on one set.</summary>
public sealed class Stage(ExperimentSpec spec, Network network)
{
    public required Batches Batches { get; init; }

    public required int EpochsBefore { get; init; }

    /// <summary>Parts of the loss on the test set.</summary>
    public required Func<IReadOnlyList<double>> Test { get; init; }

    /// <exception cref="RunException"><c>loss-diverged</c>.</exception>
    public IReadOnlyList<EpochRecord> Train(Action<TrainingProgress> report)
    {
        var draws = new RandomSource(spec.Seed, "sample");
        var steps = new Dictionary<int, Step>(); // by size: the last batch of an epoch may be smaller
        var optimizer = new Adam(spec.Optimizer!, network.Parameters);
        var curve = new List<EpochRecord>();
        for (var epoch = 1; epoch <= spec.Epochs; epoch++)
        {
            optimizer.Begin(epoch);
            Batches.Shuffle();
            var (sums, done) = (new double[MetricCatalog.Parts(spec).Count], 0);
            while (done < Batches.Count)
            {
                var rows = Math.Min(spec.Batch, Batches.Count - done);
                if (!steps.TryGetValue(rows, out var step))
                    steps[rows] = step = new Step(spec, network, rows, draws);
                var parts = step.Run(Batches, done, optimizer);
                if (!double.IsFinite(parts[0]))
                    throw Diverged(EpochsBefore + epoch, done / spec.Batch + 1);
                for (var i = 0; i < sums.Length; i++)
                    sums[i] += parts[i];
                done += rows;
                report(new TrainingProgress(EpochsBefore + epoch, (double)done / Batches.Count, sums[0] / done));
            }
            curve.Add(new EpochRecord([.. sums.Select(s => s / done)], Test()));
        }
        return curve;
    }

    private static RunException Diverged(int epoch, int step) =>
        new(
            "loss-diverged",
            FormattableString.Invariant($"The loss diverged at epoch {epoch}, step {step}: it is no finite number.")
        );
}
