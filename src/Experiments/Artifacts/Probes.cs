using Recto.Experiments.Contract;
using Recto.Experiments.Training;

namespace Recto.Experiments.Artifacts;

/// <summary>What a run records for its figures, if the spec asks for it; <see cref="MetricCatalog.Probes"/> names them.</summary>
public static class Probes
{
    public const string Codes = "codes.npy";

    private const int Shown = 10; // images of the test set
    private const int MostFilters = 100;
    private const int GridSide = 30;
    private const double GridReach = 4;

    /// <summary>File name → content.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> Record(ExperimentSpec spec, RunResult run) =>
        spec.Probes.SelectMany(probe =>
            probe switch
            {
                "codes" => OfCodes(run),
                "filters" => OfFilters(run),
                "manifold" => OfManifold(spec, run),
                _ => OfReconstructions(spec, run),
            }
        );

    /// <summary>
    /// Codes of all test images and their labels; of codes of more than two numbers, their principal components.
    /// </summary>
    private static IEnumerable<(string, byte[])> OfCodes(RunResult run)
    {
        var (codes, size) = (run.Test.Codes, run.Model.Autoencoder.CodeSize);
        var count = codes.Length / size;
        if (run.Plane is null)
            yield return (Codes, Npy.Write(codes, count, size)); // [images, size]
        else
            yield return (
                "codes2d.npy",
                Npy.Write([.. codes.Chunk(size).SelectMany(c => run.Plane.Project(c))], count, 2)
            );
        if (run.Test.Deviations.Length > 0)
            yield return ("codes_sd.npy", Npy.Write(run.Test.Deviations, count, size));
        yield return ("labels.npy", Npy.Write(run.Data.Test.Labels, count));
    }

    /// <summary>Weights of the first units: [units, height, width], of images or of kernels.</summary>
    private static IEnumerable<(string, byte[])> OfFilters(RunResult run)
    {
        var weight = run.Model.Autoencoder.Layers[0].Parameters[0];
        if (weight.Shape is [var rows, var columns, 1, var channels])
        {
            var kernels = new float[Math.Min(channels, MostFilters) * rows * columns];
            for (var i = 0; i < kernels.Length; i++)
                kernels[i] = weight.Value.Span[i % (rows * columns) * channels + i / (rows * columns)];
            yield return ("filters.npy", Npy.Write(kernels, kernels.Length / rows / columns, rows, columns));
        }
        else if (weight.Shape is [var units, var pixels])
        {
            var count = Math.Min(units, MostFilters);
            var (height, width) = (run.Data.Test.Height, run.Data.Test.Width);
            yield return ("filters.npy", Npy.Write(weight.Value.Span[..(count * pixels)], count, height, width));
        }
    }

    /// <summary>
    /// What the decoder makes of a grid over the code plane, 0 (black) to 255: [30, 30, height, width], from the top left,
    /// where the first coordinate is −4 and the second 4.
    /// </summary>
    private static IEnumerable<(string, byte[])> OfManifold(ExperimentSpec spec, RunResult run)
    {
        var codes = new float[GridSide * GridSide * 2];
        for (var i = 0; i < GridSide * GridSide; i++)
        {
            codes[2 * i] = (float)At(i % GridSide);
            codes[2 * i + 1] = (float)-At(i / GridSide);
        }
        var pixels = new Evaluator(spec, run.Model).Decode(codes);
        var grey = pixels.Select(p => (byte)(255 * Math.Clamp(p, 0, 1) + 0.5f)).ToArray();
        yield return ("manifold.npy", Npy.Write(grey, GridSide, GridSide, run.Data.Test.Height, run.Data.Test.Width));

        static double At(int step) => GridReach * (2.0 * step / (GridSide - 1) - 1);
    }

    /// <summary>The first test images, clean, with noise where there is any, and restored: [images, height, width].</summary>
    private static IEnumerable<(string, byte[])> OfReconstructions(ExperimentSpec spec, RunResult run)
    {
        var test = run.Data.Test;
        var count = Math.Min(Shown, test.Count);
        var shown = new Evaluator(spec, run.Model).Reconstruct(test, "test", count);
        yield return ("inputs.npy", Npy.Write(shown.Clean, count, test.Height, test.Width));
        if (spec.Noise is not null)
            yield return ("noisy.npy", Npy.Write(shown.Inputs, count, test.Height, test.Width));
        yield return ("outputs.npy", Npy.Write(shown.Outputs, count, test.Height, test.Width));
    }
}
