using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>A fully connected layer, y = σ(Wx + b), for all rows of a batch at once.</summary>
/// <param name="name">For instance <c>encoder.1</c>.</param>
/// <param name="role">Where it stands, as in <see cref="LayerRecord"/>.</param>
public sealed class Dense(string name, string role, int inputs, int outputs, Activation activation)
{
    public string Name { get; } = name;

    public int Inputs { get; } = inputs;

    public int Outputs { get; } = outputs;

    public Activation Activation { get; } = activation;

    /// <summary>W [outputs, inputs].</summary>
    public Parameter Weight { get; } = Parameter.Matrix($"{name}.weight", outputs, inputs);

    /// <summary>b [outputs].</summary>
    public Parameter Bias { get; } = Parameter.Vector($"{name}.bias", outputs);

    /// <param name="x">[batch, inputs].</param>
    /// <param name="y">[batch, outputs], overwritten.</param>
    public void Forward(Matrix x, Matrix y)
    {
        y.SetTimesTransposed(x, Weight.Value);
        Rows.Add(y, Bias.Value.Span);
        Activations.Apply(Activation, y.Span);
    }

    /// <summary>Leaves ∂J/∂W = aᵀx and ∂J/∂b = Σa in the parameters, where a stands for ∂J/∂(Wx + b).</summary>
    /// <param name="x">[batch, inputs], what went in.</param>
    /// <param name="a">[batch, outputs], the gradient before the activation.</param>
    public void Backward(Matrix x, Matrix a)
    {
        Weight.Gradient.SetTransposedTimes(a, x);
        Rows.Sum(a, Bias.Gradient.Span);
    }

    /// <summary>∂J/∂x = aW, the gradient after the activation of the layer below.</summary>
    public void BackwardToInput(Matrix a, Matrix x) => x.SetTimes(a, Weight.Value);

    public LayerRecord Record() =>
        new(
            Name,
            "dense",
            role,
            [Outputs],
            Activation is Activation.Linear ? null : Activation.ToString().ToLowerInvariant(),
            Weight.Count + Bias.Count
        );
}
