using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>A variational autoencoder of fully connected layers (Kingma and Welling, 2014).</summary>
public static class VariationalAutoencoder
{
    public static Network Build(ModelSpec spec) => Build(spec.Layers!, spec.Activation!.Value, spec.Output!.Value);

    #region model
    private static Network Build(IReadOnlyList<int> sizes, Activation hidden, Activation output)
    {
        var last = sizes.Count - 1; // sizes: of x, of each h, of z
        var layers = new List<Layer>();
        for (var i = 1; i < last; i++)
            layers.Add(new Dense($"encoder.{i}", "encoder", sizes[i - 1], sizes[i], hidden));
        layers.Add(new GaussianCode(sizes[last - 1], sizes[last])); // μ and ln σ² of q(z|x)
        layers.Add(new Sample(sizes[last])); // z = μ + σε
        for (var i = last - 1; i > 0; i--)
            layers.Add(new Dense($"decoder.{last - i}", "decoder", sizes[i + 1], sizes[i], hidden));
        layers.Add(new Dense("output", "output", sizes[1], sizes[0], output));
        return new Network(layers, CodeLayer: last - 1);
    }
    #endregion
}
