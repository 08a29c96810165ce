using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>An autoencoder of fully connected layers; its decoder mirrors its encoder.</summary>
public static class DenseAutoencoder
{
    public static Network Build(ModelSpec spec) =>
        Build(spec.Layers!, spec.Activation!.Value, spec.Code!.Value, spec.Output!.Value, spec.Tied is true);

    #region model
    private static Network Build(
        IReadOnlyList<int> sizes, // of x, of each h, of the code
        Activation hidden,
        Activation code,
        Activation output,
        bool isTied
    )
    {
        var last = sizes.Count - 1;
        var encoder = new List<Dense>();
        for (var i = 1; i < last; i++) // h[i] = σ(W[i] h[i-1] + b[i])
            encoder.Add(new Dense($"encoder.{i}", "encoder", sizes[i - 1], sizes[i], hidden));
        encoder.Add(new Dense("code", "code", sizes[last - 1], sizes[last], code));

        var decoder = new List<Layer>();
        for (var i = last; i > 1; i--) // and back, the same sizes mirrored
            decoder.Add(Back(encoder[i - 1], $"decoder.{last - i + 1}", "decoder", hidden));
        decoder.Add(Back(encoder[0], "output", "output", output));
        return new Network([.. encoder, .. decoder], CodeLayer: last - 1);

        Layer Back(Dense layer, string name, string role, Activation activation) =>
            isTied
                ? layer.Tied(name, role, activation)
                : new Dense(name, role, layer.Outputs, layer.Inputs, activation);
    }
    #endregion
}
