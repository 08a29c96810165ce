using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>Tied weights (Vincent et al., 2010): y = σ(Wᵀx + b), where W belongs to another layer and learns from both.</summary>
public sealed class TiedDense : Layer
{
    private readonly LinearMap map;

    internal TiedDense(string name, string role, Dense encoder, LinearMap map, Activation activation)
        : base(name, role, encoder.OutputShape, encoder.InputShape, activation)
    {
        this.map = map;
        Bias = Parameter.Vector($"{name}.bias", Outputs);
    }

    /// <summary>b [outputs], all that it owns.</summary>
    public Parameter Bias { get; }

    public override IReadOnlyList<Parameter> Parameters => [Bias];

    public override void Begin() => Bias.HasGradient = false;

    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        map.Spread(x, y);
        Activations.Apply(Activation, y, Bias.Value.Span);
    }

    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        map.AddGradient(x, a); // ∂J/∂W = xᵀa, and the encoder adds its own
        Rows.Sum(a, Bias.Gradient.Span, Bias.HasGradient);
        Bias.HasGradient = true;
        if (below is not null)
            map.Project(a, below); // ∂J/∂x = aWᵀ
    }

    public override IEnumerable<LayerRecord> Records() => [Record("dense")];
}
