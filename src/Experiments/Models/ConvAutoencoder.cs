using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>An autoencoder of convolutions and pooling, declared layer by layer (Masci et al., 2011).</summary>
public static class ConvAutoencoder
{
    #region model
    public static Network Build(ModelSpec spec)
    {
        var layers = new List<Layer>();
        var shape = spec.Input!; // height, width, channels
        foreach (var (i, layer) in spec.Encoder!.Index())
        {
            var isLast = i == spec.Encoder!.Count - 1;
            layers.Add(Layer(isLast ? "code" : $"encoder.{i + 1}", isLast ? "code" : "encoder", shape, layer));
            shape = Shapes.After(layer, shape);
        }
        foreach (var (i, layer) in spec.Decoder!.Index())
        {
            var isLast = i == spec.Decoder!.Count - 1;
            layers.Add(Layer(isLast ? "output" : $"decoder.{i + 1}", isLast ? "output" : "decoder", shape, layer));
            shape = Shapes.After(layer, shape);
        }
        return new Network(layers, CodeLayer: spec.Encoder!.Count - 1);
    }

    private static Layer Layer(string name, string role, IReadOnlyList<int> input, LayerSpec spec) =>
        spec.Kind switch
        {
            LayerKind.Conv => new Conv(name, role, input, spec),
            LayerKind.Pool => new Pool(name, role, input, spec),
            LayerKind.Upsample => new Upsample(name, role, input, spec),
            LayerKind.Dense => new Dense(name, role, input, spec.Units!.Value, spec.Activation!.Value),
            _ => new Reshape(name, role, input, spec.Shape!),
        };
    #endregion
}
