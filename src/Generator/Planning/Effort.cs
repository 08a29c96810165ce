using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>How long a run will take, roughly: only to tell the longer from the shorter before either was ever made.</summary>
public static class Effort
{
    /// <summary>What is done to every value that goes through a network, in multiplications.</summary>
    private const double OfValue = 100;

    /// <summary>In multiplications for each image of the data set.</summary>
    public static double Of(ExperimentSpec spec)
    {
        var greedy = spec.Greedy is { } stage ? stage.Epochs * 2 : 0; // each layer is a part of the whole
        return (1 + spec.Epochs + greedy) * OfImage(spec.Model);
    }

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
