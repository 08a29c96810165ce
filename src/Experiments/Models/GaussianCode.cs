using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>
/// The two layers q(z|x) = N(μ, σ²) of a variational autoencoder, μ and ln σ² side by side: linear maps of one input,
/// made in one product.
/// </summary>
public sealed class GaussianCode : Layer
{
    private readonly LinearMap map;
    private readonly Parameter bias;
    private readonly int size;

    /// <param name="size">Of the code; outputs are twice as many.</param>
    public GaussianCode(int inputs, int size)
        : base("gaussian", "code", [inputs], [2 * size], Activation.Linear)
    {
        this.size = size;
        map = new LinearMap(Parameter.Matrix("gaussian.weight", 2 * size, inputs));
        bias = Parameter.Matrix("gaussian.bias", 2, size);
        Parameters =
        [
            map.Weight.Part("mean.weight", 0, size),
            bias.Part("mean.bias", 0, 1) with
            {
                Shape = [size],
            },
            map.Weight.Part("log_variance.weight", size, size),
            bias.Part("log_variance.bias", 1, 1) with
            {
                Shape = [size],
            },
        ];
    }

    public override IReadOnlyList<Parameter> Parameters { get; }

    public override void Begin()
    {
        map.Begin();
        bias.HasGradient = false;
    }

    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        map.Project(x, y);
        Activations.Apply(Activation.Linear, y, bias.Value.Span);
    }

    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        map.AddGradient(a, x);
        Rows.Sum(a, bias.Gradient.Span, bias.HasGradient);
        bias.HasGradient = true;
        if (below is not null)
            map.Spread(a, below);
    }

    public override IEnumerable<LayerRecord> Records() =>
        [
            new("mean", "dense", Role, [size], null, Parameters[0].Count + Parameters[1].Count),
            new("log_variance", "dense", Role, [size], null, Parameters[2].Count + Parameters[3].Count),
        ];
}
