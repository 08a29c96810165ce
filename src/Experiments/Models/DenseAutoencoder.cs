using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>An autoencoder of fully connected layers; its decoder mirrors its encoder.</summary>
public static class DenseAutoencoder
{
    public static Network Build(ModelSpec spec)
    {
        if (
            spec is not { Layers: [_, _, ..] sizes, Activation: { } hidden, Code: { } code, Output: { } output }
            || sizes.Any(s => s < 1)
        )
            throw new RunException("spec-unsupported", "A dense autoencoder needs two sizes or more, and activations.");
        return Build(sizes, hidden, code, output);
    }

    #region model
    private static Network Build(IReadOnlyList<int> sizes, Activation hidden, Activation code, Activation output)
    {
        var last = sizes.Count - 1; // sizes: x, h₁, h₂, …, code
        var layers = new List<Dense>();
        for (var i = 1; i < last; i++) // h[i] = σ(W[i] h[i-1] + b[i])
            layers.Add(new Dense($"encoder.{i}", "encoder", sizes[i - 1], sizes[i], hidden));
        layers.Add(new Dense("code", "code", sizes[last - 1], sizes[last], code));
        for (var i = last - 1; i > 0; i--) // and back, the same sizes mirrored
            layers.Add(new Dense($"decoder.{last - i}", "decoder", sizes[i + 1], sizes[i], hidden));
        layers.Add(new Dense("output", "output", sizes[1], sizes[0], output));
        return new Network(layers, CodeLayer: last - 1);
    }
    #endregion
}
