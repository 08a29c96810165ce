using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <param name="Epoch">1-based, over all stages.</param>
/// <param name="Part">How much of it is done, 0 to 1.</param>
/// <param name="Loss">Its running mean so far.</param>
public readonly record struct TrainingProgress(int Epoch, double Part, double Loss);

/// <summary>Parts of the loss as <see cref="MetricCatalog.Parts"/> names them.</summary>
/// <param name="Train">Running means over the epoch's batches, weighted by their sizes, as Keras prints them.</param>
/// <param name="Test">Of the whole test set, with the weights at the epoch's end; empty where that is not asked.</param>
public sealed record EpochRecord(IReadOnlyList<double> Train, IReadOnlyList<double> Test);

/// <param name="Curve">An entry an epoch; empty where there is a closed form.</param>
/// <param name="Greedy">For each layer that was trained alone, the loss of each epoch.</param>
public sealed record TrainingRecord(IReadOnlyList<EpochRecord> Curve, IReadOnlyList<IReadOnlyList<double>> Greedy);

/// <summary>From first weights, or those of another run, to trained ones.</summary>
public static class Trainer
{
    /// <summary>Epochs of all stages.</summary>
    public static int Epochs(ExperimentSpec spec) =>
        spec.Epochs + (spec.Greedy is { } greedy ? greedy.Epochs * (spec.Model.Layers!.Count - 1) : 0);

    /// <summary>Changes the model's weights.</summary>
    /// <exception cref="RunException"><c>loss-diverged</c>: the loss is no longer a finite number.</exception>
    public static TrainingRecord Train(ExperimentSpec spec, Model model, Dataset data, Action<TrainingProgress> report)
    {
        Labels.Check(spec.Head, data);
        var samples = new Samples(data.Train);
        if (spec.Model.Kind is ModelKind.Pca)
        {
            PrincipalAxes.Set(model.Autoencoder, Components(samples, model.Autoencoder.CodeSize));
            return new TrainingRecord([], []);
        }
        var greedy = GreedyTraining.Train(spec, model.Autoencoder, samples, report);
        var evaluator = new Evaluator(spec, model);
        var stage = new Stage(spec, model.Trained)
        {
            Batches = new Batches(samples, data.Train.Labels, Noise.OfPixels(spec.Noise), spec.Seed),
            EpochsBefore = Epochs(spec) - spec.Epochs,
            Test = () => evaluator.Losses(data.Test, "test"),
        };
        return new TrainingRecord(stage.Train(report), greedy);
    }

    private static PrincipalComponents Components(Samples samples, int count)
    {
        var values = new float[samples.Count * samples.Size];
        samples.Copy(0, values);
        return PrincipalComponents.Of(values, samples.Size, count);
    }
}
