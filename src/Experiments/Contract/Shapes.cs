using System.Globalization;

namespace Recto.Experiments.Contract;

/// <summary>
/// Shapes of what runs through a network, without the batch axis: <c>[units]</c>, or
/// <c>[height, width, channels]</c>, channels last in memory too.
/// </summary>
public static class Shapes
{
    /// <summary>What a layer makes of an input that fits it.</summary>
    public static IReadOnlyList<int> After(LayerSpec layer, IReadOnlyList<int> input) =>
        layer.Kind switch
        {
            LayerKind.Conv => [input[0], input[1], layer.Channels!.Value],
            LayerKind.Pool => [input[0] / layer.Size!.Value, input[1] / layer.Size.Value, input[2]],
            LayerKind.Upsample => [input[0] * layer.Size!.Value, input[1] * layer.Size.Value, input[2]],
            LayerKind.Dense => [layer.Units!.Value],
            _ => layer.Shape!,
        };

    /// <summary>The shape of the code.</summary>
    public static IReadOnlyList<int> Code(ModelSpec model) =>
        model.Kind is ModelKind.Conv
            ? model.Encoder!.Aggregate(model.Input!, (shape, layer) => After(layer, shape))
            : [model.Layers![^1]];

    /// <summary>Numbers in a value of that shape.</summary>
    public static int Size(IReadOnlyList<int> shape) => shape.Aggregate(1, (product, size) => checked(product * size));

    /// <summary>As people write it: 28×28×1.</summary>
    public static string Text(IReadOnlyList<int> shape) =>
        string.Join('×', shape.Select(s => s.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Activation of what comes out of the decoder; null where a spec does not say.</summary>
    public static Activation? OutputActivation(ModelSpec model) =>
        model.Kind switch
        {
            ModelKind.Conv => model.Decoder?.LastOrDefault(l => l.Kind is not LayerKind.Reshape)?.Activation,
            ModelKind.Pca => Activation.Linear,
            _ => model.Output,
        };
}
