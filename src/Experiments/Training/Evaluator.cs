using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <param name="Loss">What training minimises, over the whole set.</param>
/// <param name="Mse">Mean squared error against the clean images.</param>
/// <param name="Codes">[images × code size].</param>
public sealed record Evaluation(double Loss, double Mse, float[] Codes);

/// <param name="Clean">[images × pixels], as are the others.</param>
/// <param name="Inputs">What the network was shown: the same, or with noise.</param>
public sealed record Reconstructions(float[] Clean, float[] Inputs, float[] Outputs);

/// <summary>Looks at a network without changing it. Noise is drawn from a fixed seed, so that runs can be compared.</summary>
public sealed class Evaluator(ExperimentSpec spec, Network network)
{
    private const int Chunk = 1000;
    private const long NoiseSeed = 0;

    // One workspace, however often the evaluator is asked
    private readonly Dictionary<int, (Pass Pass, Matrix Clean)> rooms = [];

    /// <param name="name">Of the set: <c>train</c> or <c>test</c>.</param>
    public Evaluation Evaluate(ImageSet images, string name)
    {
        var noising = Noising(name);
        var codes = new float[images.Count * network.CodeSize];
        var (loss, mse) = (0.0, 0.0);
        for (var start = 0; start < images.Count; start += Chunk)
        {
            var (pass, clean) = Forward(images, start, Math.Min(Chunk, images.Count - start), noising);
            var target = spec.Target is Target.Clean ? clean : pass.Input;
            loss += Losses.Mean(spec.Loss, pass.Output, target) * clean.Rows;
            mse += Losses.Mean(Loss.Mse, pass.Output, clean) * clean.Rows;
            pass.Code.Span.CopyTo(codes.AsSpan(start * network.CodeSize));
        }
        return new Evaluation(loss / images.Count, mse / images.Count, codes);
    }

    /// <summary>The first images of a set, and what the network makes of them.</summary>
    public Reconstructions Reconstruct(ImageSet images, string name, int count)
    {
        var (pass, clean) = Forward(images, 0, Math.Min(count, images.Count), Noising(name));
        return new Reconstructions(clean.Span.ToArray(), pass.Input.Span.ToArray(), pass.Output.Span.ToArray());
    }

    private static RandomSource Noising(string name) => new(NoiseSeed, $"evaluation noise {name}");

    private (Pass Pass, Matrix Clean) Forward(ImageSet images, int start, int rows, RandomSource noising)
    {
        if (!rooms.TryGetValue(rows, out var room))
            rooms[rows] = room = (new Pass(network, rows), new Matrix(rows, network.Inputs));
        Pixels.Scale(images.Pixels.AsSpan(start * images.Size, rows * images.Size), room.Clean.Span);
        room.Clean.Span.CopyTo(room.Pass.Input.Span);
        if (spec.Noise is not null)
            Noise.Add(spec.Noise, noising, room.Pass.Input.Span);
        room.Pass.Forward();
        return room;
    }
}
