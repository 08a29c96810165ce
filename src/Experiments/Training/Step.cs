using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>One step of training, for batches of one size. Images go through at once, or one by one.</summary>
public sealed class Step
{
    private readonly Network network;
    private readonly Objective objective;
    private readonly RandomSource draws;
    private readonly Pass pass;
    private readonly Matrix input;
    private readonly Matrix? clean;
    private readonly Matrix? classes;
    private readonly IReadOnlyList<(Matrix Input, Matrix Target)> pieces;
    private readonly double[] sums;

    /// <param name="draws">Of a variational autoencoder's codes.</param>
    public Step(ExperimentSpec spec, Network network, int rows, RandomSource draws)
    {
        (this.network, this.draws) = (network, draws);
        objective = new Objective(spec, network);
        sums = new double[objective.Parts];
        input = new Matrix(rows, network.Inputs);
        clean = spec is { Noise: not null, Target: Target.Clean } ? new Matrix(rows, network.Inputs) : null;
        classes = spec.Target is Target.Labels ? new Matrix(rows, network.Outputs) : null;
        var (size, target) = (network.IsImagewise ? 1 : rows, classes ?? clean ?? input);
        pass = new Pass(network, size);
        pieces = [.. Enumerable.Range(0, rows / size).Select(i => (input.Part(i, size), target.Part(i, size)))];
    }

    /// <summary>Sums over the batch's images of the parts of the loss, before the step.</summary>
    public ReadOnlySpan<double> Run(Batches batches, int start, Adam optimizer, PhaseClock? clock = null)
    {
        batches.Gather(start, input, clean, classes);
        clock?.End(Phase.Gather);
        network.Begin();
        sums.AsSpan().Clear();
        foreach (var (image, target) in pieces)
        {
            pass.Forward(image, draws);
            clock?.End(Phase.Forward);
            objective.Differentiate(pass, target, input.Rows, sums);
            clock?.End(Phase.Loss);
            pass.Backward(image);
            clock?.End(Phase.Backward);
        }
        optimizer.Step();
        clock?.End(Phase.Optimizer);
        return sums;
    }
}
