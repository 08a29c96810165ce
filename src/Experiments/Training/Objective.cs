using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments.Training;

/// <summary>What a run minimises, in the parts that <see cref="MetricCatalog.Parts"/> names.</summary>
public sealed class Objective(ExperimentSpec spec, Network network)
{
    private readonly Activation output = network.Layers[^1].Activation;

    // A mean over pixels, but for a VAE's likelihood and for classes, which are sums
    private readonly int terms = network.IsVariational || spec.Loss is Loss.Cce ? 1 : network.Outputs;

    public int Parts { get; } = MetricCatalog.Parts(spec).Count;

    /// <summary>Adds the parts of each row.</summary>
    public void Measure(Pass pass, Matrix target, Span<double> sums) =>
        Add(pass, target, Losses.Sum(spec.Loss, pass.Output.Span, target.Span), sums);

    /// <summary>The same, and the gradient of the mean over a whole batch.</summary>
    /// <param name="batch">Rows of the batch, of which the pass may hold a few.</param>
    public void Differentiate(Pass pass, Matrix target, int batch, Span<double> sums)
    {
        var scale = 1f / (batch * terms);
        var gradient = pass.OutputGradient.Span;
        Add(
            pass,
            target,
            Losses.SumAndGradient(spec.Loss, output, pass.Output.Span, target.Span, gradient, scale),
            sums
        );
    }

    private void Add(Pass pass, Matrix target, double sum, Span<double> sums)
    {
        var loss = sum / terms;
        if (network.IsVariational)
        {
            var divergence = Sample.Divergence(pass.Code);
            sums[1] += loss;
            sums[2] += divergence;
            loss += divergence;
        }
        else if (spec.Head is not null)
            sums[1] += Labels.Agreeing(pass.Output, target);
        sums[0] += loss;
    }
}
