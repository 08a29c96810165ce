using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>First weights; biases stay zero.</summary>
public static class Initializers
{
    /// <summary>Each weight of each layer, from draws of its own.</summary>
    public static void Apply(Initializer initializer, Model model, long seed)
    {
        foreach (var parameter in model.Parameters.Where(p => p.Shape.Count > 1))
        {
            // Named for the layer: "code.weight" is drawn as "init code"
            var name = parameter.Name[..parameter.Name.LastIndexOf('.')];
            Uniform(parameter.Value.Span, Limit(initializer, parameter.Shape), new RandomSource(seed, $"init {name}"));
        }
    }

    /// <summary>√(6/(fan_in+fan_out)) (Glorot and Bengio, 2010, eq. 16) or √(6/fan_in) (He et al., 2015).</summary>
    private static float Limit(Initializer initializer, IReadOnlyList<int> shape)
    {
        var (ins, outs) = shape is [var rows, var columns, var from, var to]
            ? (rows * columns * from, rows * columns * to) // a kernel
            : (shape[1], shape[0]);
        return MathF.Sqrt(6f / (initializer is Initializer.HeUniform ? ins : ins + outs));
    }

    private static void Uniform(Span<float> weights, float limit, RandomSource random)
    {
        random.Uniform(weights);
        foreach (ref var weight in weights)
            weight = (2 * weight - 1) * limit;
    }
}
