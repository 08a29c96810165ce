using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments;

/// <summary>Is what a class of the report's own built an autoencoder, and the one that was declared?</summary>
public static class OwnModelChecks
{
    /// <summary>Sentences, the most telling first.</summary>
    public static IEnumerable<string> Of(ExperimentSpec spec, Network network)
    {
        var (layers, sizes) = (network.Layers, spec.Model.Layers!);
        if (network.CodeLayer < 0 || network.CodeLayer >= layers.Count)
        {
            yield return $"there is no layer {network.CodeLayer} for the code; it has {layers.Count}, counted from 0";
            yield break;
        }
        if (network.Inputs != sizes[0])
            yield return $"its first layer takes {network.Inputs} values, and 'layers' begins with {sizes[0]}";
        foreach (var (below, above) in layers.Zip(layers.Skip(1)))
            if (below.Outputs != above.Inputs)
                yield return $"'{below.Name}' gives {below.Outputs} values, and '{above.Name}' takes {above.Inputs}";
        if (network.Outputs != sizes[0])
            yield return $"its last layer gives {network.Outputs} values, and an image has {sizes[0]}";
        if (network.IsVariational != (spec.Model.Variational is true))
            yield return network.IsVariational
                ? "its code is a GaussianCode; say 'variational: true'"
                : "its code is no GaussianCode, and 'variational: true' says so";
        if (network.CodeSize != sizes[^1])
            yield return $"its code has {network.CodeSize} values, and 'layers' ends with {sizes[^1]}";
        if (spec.Head is null && spec.Loss is Loss.Bce && layers[^1].Activation is not Activation.Sigmoid)
            yield return "'bce' takes outputs in (0, 1), so its last layer must be 'sigmoid'";
        foreach (var name in network.Parameters.CountBy(p => p.Name).Where(n => n.Value > 1))
            yield return $"{name.Value} of its parameters are called '{name.Key}', and a name is saved once";
    }
}
