using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>Principal components as what they are: a linear autoencoder with tied, orthonormal weights.</summary>
public static class PrincipalAxes
{
    public static Network Build(ModelSpec spec)
    {
        var encoder = new Dense("code", "code", spec.Layers![0], spec.Layers[1], Activation.Linear);
        return new Network([encoder, encoder.Tied("output", "output", Activation.Linear)], CodeLayer: 0);
    }

    /// <summary>z = W(x − x̄), and back, x̂ = Wᵀz + x̄.</summary>
    /// <param name="network">As <see cref="Build"/> made it.</param>
    public static void Set(Network network, PrincipalComponents components)
    {
        var (encoder, decoder) = ((Dense)network.Layers[0], (TiedDense)network.Layers[1]);
        components.Axes.CopyTo(encoder.Weight.Value.Span);
        components.Mean.CopyTo(decoder.Bias.Value.Span);
        components.Project(new float[components.Mean.Length]).CopyTo(encoder.Bias.Value.Span);
    }
}
