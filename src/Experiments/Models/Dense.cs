using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>A fully connected layer, y = σ(Wx + b).</summary>
public sealed class Dense : Layer
{
    private readonly LinearMap map;

    public Dense(string name, string role, int inputs, int outputs, Activation activation)
        : this(name, role, [inputs], outputs, activation) { }

    /// <param name="inputs">An image is flattened.</param>
    public Dense(string name, string role, IReadOnlyList<int> inputs, int outputs, Activation activation)
        : base(name, role, inputs, [outputs], activation)
    {
        map = new LinearMap(Parameter.Matrix($"{name}.weight", outputs, Inputs));
        Bias = Parameter.Vector($"{name}.bias", outputs);
    }

    /// <summary>W [outputs, inputs].</summary>
    public Parameter Weight => map.Weight;

    /// <summary>b [outputs].</summary>
    public Parameter Bias { get; }

    public override IReadOnlyList<Parameter> Parameters => [Weight, Bias];

    /// <summary>The layer that maps back with the same weights, y = σ(Wᵀx + b).</summary>
    public TiedDense Tied(string name, string role, Activation activation) => new(name, role, this, map, activation);

    public override void Begin()
    {
        map.Begin();
        Bias.HasGradient = false;
    }

    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        map.Project(x, y);
        Activations.Apply(Activation, y, Bias.Value.Span);
    }

    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        map.AddGradient(a, x); // ∂J/∂W = aᵀx
        Rows.Sum(a, Bias.Gradient.Span, Bias.HasGradient);
        Bias.HasGradient = true;
        if (below is not null)
            map.Spread(a, below); // ∂J/∂x = aW
    }

    public override IEnumerable<LayerRecord> Records() => [Record("dense")];
}
