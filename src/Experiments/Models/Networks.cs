using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>From a declaration to a network with its first weights.</summary>
public static class Networks
{
    /// <param name="pixels">Size of the images that it will see.</param>
    /// <exception cref="RunException"><c>spec-unsupported</c>: the declaration is none of ours, or does not fit.</exception>
    public static Network Build(ExperimentSpec spec, int pixels)
    {
        var network = spec.Model.Kind switch
        {
            ModelKind.Dense => DenseAutoencoder.Build(spec.Model),
            _ => throw new RunException("spec-unsupported", $"No network of kind {spec.Model.Kind}."),
        };
        if (network.Inputs != pixels)
            throw new RunException(
                "spec-unsupported",
                $"The first layer takes {network.Inputs} values, and the images have {pixels}."
            );
        foreach (var layer in network.Layers)
            Initializers.GlorotUniform(layer, new RandomSource(spec.Seed, $"init {layer.Name}"));
        return network;
    }
}
