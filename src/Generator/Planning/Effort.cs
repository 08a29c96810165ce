using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>How much work a run is, roughly: to scale the time of one that was made to another.</summary>
public static class Effort
{
    /// <summary>What is done to every value that goes through a network, in multiplications.</summary>
    private const double OfValue = 100;

    /// <summary>In multiplications.</summary>
    public static double Of(ExperimentSpec spec)
    {
        var greedy = spec.Greedy is { } stage ? stage.Epochs * 2 : 0; // each layer is a part of the whole
        return Images(spec.Data.Kind) * (1 + spec.Epochs + greedy) * OfImage(spec.Model);
    }

    /// <summary>Of MNIST, or of those that are drawn: how many there are is not read before it must be.</summary>
    private static double Images(DataKind kind) => kind is DataKind.Strokes ? 6_000 : 60_000;

    private static double OfImage(ModelSpec model)
    {
        if (model.Kind is not ModelKind.Conv)
        {
            return model
                .Layers!.Zip(model.Layers!.Skip(1), (from, to) => 2.0 * from * to + OfValue * (from + to))
                .Sum();
        }

        IReadOnlyList<int> shape = model.Input!;
        var sum = 0.0;
        foreach (var layer in model.Encoder!.Concat(model.Decoder!))
        {
            var next = Shapes.After(layer, shape);
            sum += Shapes.Size(next) * (OfValue + Inputs(layer, shape));
            shape = next;
        }

        return sum;
    }

    /// <summary>Values that each value of a layer's output is made of, weighted.</summary>
    private static double Inputs(LayerSpec layer, IReadOnlyList<int> input) =>
        layer.Kind switch
        {
            LayerKind.Conv => (double)layer.Kernel!.Value * layer.Kernel.Value * input[2],
            LayerKind.Dense => Shapes.Size(input),
            _ => 0,
        };
}
