using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>One step of training, for batches of one size.</summary>
public sealed class Step
{
    private readonly ExperimentSpec spec;
    private readonly Activation output;
    private readonly Pass pass;
    private readonly Matrix? clean;

    public Step(ExperimentSpec spec, Network network, int rows)
    {
        this.spec = spec;
        output = network.Layers[^1].Activation;
        pass = new Pass(network, rows);
        clean = spec is { Noise: not null, Target: Target.Clean } ? new Matrix(rows, network.Inputs) : null;
    }

    /// <summary>The loss of the batch, before the step.</summary>
    public double Run(Batches batches, int start, Adam optimizer)
    {
        batches.Gather(start, pass.Input, clean);
        var target = clean ?? pass.Input;
        pass.Forward();
        var loss = Losses.Mean(spec.Loss, pass.Output, target);
        Losses.Gradient(spec.Loss, output, pass.Output, target, pass.OutputGradient);
        pass.Backward();
        optimizer.Step();
        return loss;
    }
}
