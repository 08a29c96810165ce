using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments.Artifacts;

/// <summary>What a run records for its figures, if the spec asks for it.</summary>
public static class Probes
{
    public const string Codes = "codes";
    public const string Reconstructions = "reconstructions";

    private const int Shown = 10;

    /// <summary>File name → content.</summary>
    /// <exception cref="RunException"><c>spec-unsupported</c>: no such probe.</exception>
    public static IEnumerable<(string Path, byte[] Bytes)> Record(
        ExperimentSpec spec,
        Network network,
        ImageSet test,
        Evaluation evaluation
    ) =>
        spec.Probes.SelectMany(probe =>
            probe switch
            {
                Codes => OfCodes(network, test, evaluation),
                Reconstructions => OfReconstructions(spec, network, test),
                _ => throw new RunException("spec-unsupported", $"No probe '{probe}'."),
            }
        );

    /// <summary>Codes of all test images, [images, code size], and their labels.</summary>
    private static IEnumerable<(string, byte[])> OfCodes(Network network, ImageSet test, Evaluation evaluation)
    {
        yield return ("codes.npy", Npy.Write(evaluation.Codes, test.Count, network.CodeSize));
        yield return ("labels.npy", Npy.Write(test.Labels, test.Count));
    }

    /// <summary>The first test images, clean, with noise where there is any, and restored: [images, height, width].</summary>
    private static IEnumerable<(string, byte[])> OfReconstructions(ExperimentSpec spec, Network network, ImageSet test)
    {
        var shown = new Evaluator(spec, network).Reconstruct(test, "test", Shown);
        var count = shown.Clean.Length / test.Size;
        yield return ("inputs.npy", Npy.Write(shown.Clean, count, test.Height, test.Width));
        if (spec.Noise is not null)
            yield return ("noisy.npy", Npy.Write(shown.Inputs, count, test.Height, test.Width));
        yield return ("outputs.npy", Npy.Write(shown.Outputs, count, test.Height, test.Width));
    }
}
