using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>A step of a network, for all rows of a batch at once; images lie row by row, channels last.</summary>
/// <param name="name">For instance <c>encoder.1</c>.</param>
/// <param name="role">Where it stands, as in <see cref="LayerRecord"/>.</param>
public abstract class Layer(
    string name,
    string role,
    IReadOnlyList<int> inputShape,
    IReadOnlyList<int> outputShape,
    Activation activation
)
{
    public string Name { get; } = name;

    public string Role { get; } = role;

    /// <summary>Without the batch axis, as is <see cref="OutputShape"/>.</summary>
    public IReadOnlyList<int> InputShape { get; } = inputShape;

    public IReadOnlyList<int> OutputShape { get; } = outputShape;

    public int Inputs { get; } = Shapes.Size(inputShape);

    public int Outputs { get; } = Shapes.Size(outputShape);

    public Activation Activation { get; } = activation;

    public virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>A batch begins: weights may have changed, and gradients start from nothing.</summary>
    public virtual void Begin() { }

    /// <param name="x">[batch, inputs].</param>
    /// <param name="y">[batch, outputs], overwritten.</param>
    /// <param name="draws">For layers that leave something to chance; absent for their mean.</param>
    public abstract void Forward(Matrix x, Matrix y, RandomSource? draws);

    /// <summary>Adds ∂J/∂W to the parameters' gradients, and passes ∂J/∂x on.</summary>
    /// <param name="x">What went in.</param>
    /// <param name="y">What came out.</param>
    /// <param name="a">[batch, outputs], the gradient before the activation.</param>
    /// <param name="below">[batch, inputs], the gradient by x, overwritten; absent where nobody asks.</param>
    public abstract void Backward(Matrix x, Matrix y, Matrix a, Matrix? below);

    /// <summary>Its lines in the table of <c>run.json</c>.</summary>
    public abstract IEnumerable<LayerRecord> Records();

    protected LayerRecord Record(string kind) =>
        new(
            Name,
            kind,
            Role,
            OutputShape,
            Activation is Activation.Linear ? null : Activation.ToString().ToLowerInvariant(),
            Parameters.Sum(p => (long)p.Count)
        );
}
