using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>A run in little, from predecessors in little: the same code on the first images.</summary>
public static class Rehearser
{
    private const int TestImages = 1000;

    /// <exception cref="RunException">As training's.</exception>
    public static RehearsalRecord Rehearse(WorkOrder order, Dataset data)
    {
        byte[]? parent = null;
        foreach (var ancestor in order.Ancestors ?? [])
            parent = SafeTensors.Write(Train(ancestor, parent, data).Model.Autoencoder.Parameters);
        var (spec, few, model, training) = Train(order.Spec, parent, data);
        var metrics = Worker.MetricsOf(spec, Worker.Evaluate(spec, model, few, training.Curve, against: null));
        return new RehearsalRecord(
            few.Train.Count,
            spec.Epochs,
            Digest(SafeTensors.Write(model.Parameters)),
            Digest([.. Curves.Write(spec, training.Curve), .. Curves.WriteGreedy(training.Greedy)]),
            Digest([.. metrics.SelectMany(m => Encoding.UTF8.GetBytes($"{m.Key} {Exact(m.Value)}\n"))])
        );
    }

    private static (ExperimentSpec Spec, Dataset Few, Model Model, TrainingRecord Training) Train(
        ExperimentSpec whole,
        byte[]? parent,
        Dataset data
    )
    {
        var spec = Rehearsal.Of(whole) with { Against = null };
        var images = Rehearsal.Images(data.Train.Count, spec.Batch);
        var few = new Dataset(First(data.Train, images), First(data.Test, TestImages));
        var model = OwnModels.Build(spec, data.Train.Size);
        if (parent is not null)
            SafeTensors.Read(parent, model.Autoencoder.Parameters);
        return (spec, few, model, Trainer.Train(spec, model, few, _ => { }));
    }

    private static ImageSet First(ImageSet images, int count) =>
        count >= images.Count
            ? images
            : images with
            {
                Pixels = images.Pixels[..(count * images.Size)],
                Labels = images.Labels[..count],
            };

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
