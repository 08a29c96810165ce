using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <param name="Parts">Of what training minimises, over the whole set.</param>
/// <param name="Mse">Mean squared error against the clean images; of a variational one, decoded from its means.</param>
/// <param name="Codes">[images × code size].</param>
/// <param name="Deviations">[images × code size], of a variational one; otherwise empty.</param>
/// <param name="Pixels">Of the outputs against the clean images.</param>
public sealed record Evaluation(
    IReadOnlyList<double> Parts,
    double Mse,
    float[] Codes,
    float[] Deviations,
    PixelTally Pixels
);

/// <param name="Clean">[images × pixels], as are the others.</param>
/// <param name="Inputs">What the network was shown: the same, or with noise.</param>
public sealed record Reconstructions(float[] Clean, float[] Inputs, float[] Outputs);

/// <summary>Looks at a model without changing it. What it draws is from a fixed seed, so that runs can be compared.</summary>
public sealed class Evaluator(ExperimentSpec spec, Model model)
{
    private const int Chunk = 1000;
    private const long Seed = 0;

    private readonly Objective objective = new(spec, model.Trained);

    // One workspace, however often the evaluator is asked
    private readonly Dictionary<int, Room> rooms = [];

    /// <summary>Parts of the loss.</summary>
    /// <param name="name">Of the set: <c>train</c> or <c>test</c>.</param>
    public IReadOnlyList<double> Losses(ImageSet images, string name)
    {
        var sums = new double[objective.Parts];
        foreach (var (room, _) in Forward(images, name, images.Count))
            objective.Measure(room.Trained, room.Target, sums);
        return [.. sums.Select(s => s / images.Count)];
    }

    /// <summary>Everything that metrics are made of.</summary>
    public Evaluation Evaluate(ImageSet images, string name)
    {
        var size = model.Autoencoder.CodeSize;
        var (sums, error) = (new double[objective.Parts], 0.0);
        var codes = new float[images.Count * size];
        var deviations = new float[model.Autoencoder.IsVariational ? codes.Length : 0];
        var pixels = new PixelTally(images.Size);
        foreach (var (room, start) in Forward(images, name, images.Count))
        {
            objective.Measure(room.Trained, room.Target, sums);
            room.Restore();
            error += Training.Losses.Sum(Loss.Mse, room.Autoencoder.Output.Span, room.Clean.Span);
            for (var i = 0; i < room.Clean.Rows; i++)
            {
                pixels.Add(room.Clean.Row(i), room.Autoencoder.Output.Row(i));
                var code = room.Autoencoder.Code.Row(i);
                code[..size].CopyTo(codes.AsSpan((start + i) * size));
                for (var j = 0; j < size && deviations.Length > 0; j++)
                    deviations[(start + i) * size + j] = VectorMath.Exp(0.5f * code[size + j]);
            }
        }
        return new Evaluation(
            [.. sums.Select(s => s / images.Count)],
            error / images.Count / images.Size,
            codes,
            deviations,
            pixels
        );
    }

    /// <summary>The first images of a set, and what the autoencoder makes of them.</summary>
    public Reconstructions Reconstruct(ImageSet images, string name, int count)
    {
        var shown = new Reconstructions(
            new float[count * images.Size],
            new float[count * images.Size],
            new float[count * images.Size]
        );
        foreach (var (room, start) in Forward(images, name, count))
        {
            room.Restore();
            room.Clean.Span.CopyTo(shown.Clean.AsSpan(start * images.Size));
            room.Input.Span.CopyTo(shown.Inputs.AsSpan(start * images.Size));
            room.Autoencoder.Output.Span.CopyTo(shown.Outputs.AsSpan(start * images.Size));
        }
        return shown;
    }

    /// <summary>What the decoder makes of codes that no image gave: [codes × pixels].</summary>
    /// <param name="codes">[codes × code size].</param>
    public float[] Decode(float[] codes)
    {
        var size = model.Autoencoder.CodeSize;
        var (rows, pass) = (new Matrix(codes.Length / size, size), new Pass(model.Autoencoder, codes.Length / size));
        codes.CopyTo(rows.Span);
        model.Autoencoder.Begin();
        pass.Decode(rows);
        return pass.Output.Span.ToArray();
    }

    /// <summary>Set by set of rows, forward through what was trained.</summary>
    private IEnumerable<(Room Room, int Start)> Forward(ImageSet images, string name, int count)
    {
        var noising = new RandomSource(Seed, $"evaluation noise {name}");
        var draws = new RandomSource(Seed, $"evaluation sample {name}");
        var noise = Noise.OfPixels(spec.Noise);
        var chunk = model.Trained.IsImagewise ? 1 : Chunk;
        model.Trained.Begin();
        model.Autoencoder.Begin();
        for (var start = 0; start < count; start += chunk)
        {
            var rows = Math.Min(chunk, count - start);
            if (!rooms.TryGetValue(rows, out var room))
                rooms[rows] = room = new Room(spec, model, rows);
            room.Show(images, start);
            noise?.Add(noising, room.Input.Span);
            room.Trained.Forward(room.Input, draws);
            yield return (room, start);
        }
    }

    /// <summary>A batch of a set on its way through a model.</summary>
    private sealed class Room(ExperimentSpec spec, Model model, int rows)
    {
        private readonly Matrix? classes =
            spec.Target is Contract.Target.Labels ? new Matrix(rows, model.Trained.Outputs) : null;

        public Matrix Input { get; } = new(rows, model.Autoencoder.Inputs);

        public Matrix Clean { get; } = new(rows, model.Autoencoder.Inputs);

        public Matrix Target => classes ?? (spec.Target is Contract.Target.Clean ? Clean : Input);

        public Pass Trained { get; } = new(model.Trained, rows);

        public Pass Autoencoder { get; } = new(model.Autoencoder, rows);

        public void Show(ImageSet images, int start)
        {
            Pixels.Scale(images.Pixels.AsSpan(start * images.Size, rows * images.Size), Clean.Span);
            Clean.Span.CopyTo(Input.Span);
            for (var i = 0; i < rows && classes is not null; i++)
                Labels.OneHot(images.Labels[start + i], classes.Row(i));
        }

        /// <summary>Through the autoencoder, codes at their means.</summary>
        public void Restore() => Autoencoder.Forward(Input, draws: null);
    }
}
