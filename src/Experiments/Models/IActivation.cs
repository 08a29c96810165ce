using System.Runtime.Intrinsics;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>A struct for each function: the compiler then writes one loop for each, without calls.</summary>
internal interface IActivation
{
    public static abstract Vector256<float> Value(Vector256<float> a);

    /// <summary>σ'(a), told from y = σ(a).</summary>
    public static abstract Vector256<float> Slope(Vector256<float> y);
}

internal readonly struct Linear : IActivation
{
    public static Vector256<float> Value(Vector256<float> a) => a;

    public static Vector256<float> Slope(Vector256<float> y) => Vector256<float>.One;
}

internal readonly struct Relu : IActivation
{
    public static Vector256<float> Value(Vector256<float> a) => Vector256.MaxNative(Vector256<float>.Zero, a);

    public static Vector256<float> Slope(Vector256<float> y) =>
        Vector256.GreaterThan(y, Vector256<float>.Zero) & Vector256<float>.One;
}

internal readonly struct Tanh : IActivation
{
    public static Vector256<float> Value(Vector256<float> a) => VectorMath.Tanh(a);

    public static Vector256<float> Slope(Vector256<float> y) => Vector256<float>.One - y * y;
}

internal readonly struct Sigmoid : IActivation
{
    public static Vector256<float> Value(Vector256<float> a) => VectorMath.Sigmoid(a);

    public static Vector256<float> Slope(Vector256<float> y) => y * (Vector256<float>.One - y);
}
