using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>First weights; biases stay zero.</summary>
public static class Initializers
{
    /// <summary>Uniform in ±√(6/(inputs+outputs)) (Glorot and Bengio, 2010, eq. 16).</summary>
    public static void GlorotUniform(Dense layer, RandomSource random)
    {
        var limit = MathF.Sqrt(6f / (layer.Inputs + layer.Outputs));
        var weights = layer.Weight.Value.Span;
        random.Uniform(weights);
        foreach (ref var weight in weights)
            weight = (2 * weight - 1) * limit;
    }
}
