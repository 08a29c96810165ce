namespace Recto.Experiments.Models;

/// <summary>Layers in the order in which an image runs through them.</summary>
/// <param name="Layers">Each takes what the one before gives.</param>
/// <param name="CodeLayer">Index of the layer whose output begins with the code.</param>
public sealed record Network(IReadOnlyList<Layer> Layers, int CodeLayer)
{
    public int Inputs => Layers[0].Inputs;

    public int Outputs => Layers[^1].Outputs;

    /// <summary>A variational one's code layer holds means, then logarithms of variances.</summary>
    public int CodeSize => IsVariational ? Layers[CodeLayer].Outputs / 2 : Layers[CodeLayer].Outputs;

    public bool IsVariational => Layers[CodeLayer] is GaussianCode;

    /// <summary>Whether images go through it one by one, so that all that is made of one stays in the cache.</summary>
    public bool IsImagewise => Layers.Any(l => l is Conv);

    public IEnumerable<Parameter> Parameters => Layers.SelectMany(l => l.Parameters);

    /// <summary>A batch begins, as <see cref="Layer.Begin"/>.</summary>
    public void Begin()
    {
        foreach (var layer in Layers)
            layer.Begin();
    }
}
