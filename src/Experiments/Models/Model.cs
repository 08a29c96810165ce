using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>What a spec declares: an autoencoder, and where there is a head, the classifier that shares its layers.</summary>
/// <param name="Classifier">The encoder or the whole autoencoder, then the head.</param>
public sealed record Model(Network Autoencoder, Network? Classifier)
{
    /// <summary>What training changes; a decoder that the classifier does not use keeps its weights.</summary>
    public Network Trained => Classifier ?? Autoencoder;

    /// <summary>Of all layers, each once.</summary>
    public IEnumerable<Parameter> Parameters => Layers.SelectMany(l => l.Parameters);

    private IEnumerable<Layer> Layers => Autoencoder.Layers.Union(Classifier?.Layers ?? []);

    /// <summary>The table of <c>run.json</c>, the input first.</summary>
    public IReadOnlyList<LayerRecord> Records() =>
        [
            new("input", "input", "input", Autoencoder.Layers[0].InputShape, null, 0),
            .. Layers
                .SelectMany(l => l.Records())
                .Select(r => r.Role is "head" ? r with { Activation = "softmax" } : r),
        ];
}
