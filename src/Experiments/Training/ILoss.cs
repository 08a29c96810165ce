using System.Runtime.Intrinsics;
using Recto.Experiments.Data;

namespace Recto.Experiments.Training;

/// <summary>A struct for each loss, as for activations.</summary>
internal interface ILoss
{
    public static abstract Vector256<float> Value(Vector256<float> y, Vector256<float> t);

    /// <summary>By y; of binary cross-entropy by what goes into the sigmoid.</summary>
    public static abstract Vector256<float> Slope(Vector256<float> y, Vector256<float> t);
}

/// <summary>(y − t)².</summary>
internal readonly struct SquaredError : ILoss
{
    public static Vector256<float> Value(Vector256<float> y, Vector256<float> t) => (y - t) * (y - t);

    public static Vector256<float> Slope(Vector256<float> y, Vector256<float> t) => (y - t) * 2f;
}

/// <summary>−t·ln y − (1−t)·ln(1−y).</summary>
internal readonly struct BinaryCrossEntropy : ILoss
{
    // As Keras: an output is kept this far from 0 and 1 before its logarithm is taken
    private const float Margin = 1e-7f;

    public static Vector256<float> Value(Vector256<float> y, Vector256<float> t)
    {
        var one = Vector256<float>.One;
        y = VectorMath.Between(Margin, y, 1 - Margin);
        return -(t * VectorMath.Log(y) + (one - t) * VectorMath.Log(one - y));
    }

    public static Vector256<float> Slope(Vector256<float> y, Vector256<float> t) => y - t;
}

/// <summary>−t·ln y, for t that sum to 1.</summary>
internal readonly struct CrossEntropy : ILoss
{
    private const float Margin = 1e-7f;

    public static Vector256<float> Value(Vector256<float> y, Vector256<float> t) => -(t * VectorMath.Log(Kept(y)));

    public static Vector256<float> Slope(Vector256<float> y, Vector256<float> t) => -(t / Kept(y));

    private static Vector256<float> Kept(Vector256<float> y) => Vector256.MaxNative(Vector256.Create(Margin), y);
}
