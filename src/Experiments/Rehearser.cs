using System.Security.Cryptography;
using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>A run in little: the same code on the first images.</summary>
public static class Rehearser
{
    private const int TestImages = 1000;

    /// <exception cref="RunException">As training's.</exception>
    public static RehearsalRecord Rehearse(WorkOrder order, Dataset data)
    {
        var spec = Rehearsal.Of(order.Spec);
        var few = new Dataset(
            First(data.Train, Rehearsal.Images(data.Train.Count, spec.Batch)),
            First(data.Test, TestImages)
        );
        var model = Networks.Build(spec, data.Train.Size);
        Parents.Start(order, model);
        var training = Trainer.Train(spec, model, few, _ => { });
        return new RehearsalRecord(
            few.Train.Count,
            spec.Epochs,
            Digest(SafeTensors.Write(model.Parameters)),
            Digest([.. Curves.Write(spec, training.Curve), .. Curves.WriteGreedy(training.Greedy)])
        );
    }

    private static ImageSet First(ImageSet images, int count) =>
        count >= images.Count
            ? images
            : images with
            {
                Pixels = images.Pixels[..(count * images.Size)],
                Labels = images.Labels[..count],
            };

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
