using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>Layers in the order in which an image runs through them.</summary>
/// <param name="Layers">Each takes what the one before gives.</param>
/// <param name="CodeLayer">Index of the layer whose output is the code.</param>
public sealed record Network(IReadOnlyList<Dense> Layers, int CodeLayer)
{
    public int Inputs => Layers[0].Inputs;

    public int CodeSize => Layers[CodeLayer].Outputs;

    public IEnumerable<Parameter> Parameters => Layers.SelectMany(l => new[] { l.Weight, l.Bias });

    /// <summary>The table of <c>run.json</c>, the input first.</summary>
    public IReadOnlyList<LayerRecord> Records() =>
        [new("input", "input", "input", [Inputs], null, 0), .. Layers.Select(l => l.Record())];
}
