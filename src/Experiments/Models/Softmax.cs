using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>yᵢ = eˣⁱ / Σ eˣʲ, along each row; the activation of a head.</summary>
public sealed class Softmax(int classes) : Layer("softmax", "head", [classes], [classes], Activation.Linear)
{
    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        for (var i = 0; i < x.Rows; i++)
        {
            var from = x.Row(i);
            var to = y.Row(i);
            var (most, sum) = (float.NegativeInfinity, 0f);
            foreach (var value in from)
                most = Math.Max(most, value);
            for (var j = 0; j < to.Length; j++)
                sum += to[j] = VectorMath.Exp(from[j] - most);
            foreach (ref var value in to)
                value /= sum;
        }
    }

    /// <summary>∂J/∂xᵢ = yᵢ (∂J/∂yᵢ − Σ yⱼ ∂J/∂yⱼ).</summary>
    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        for (var i = 0; i < x.Rows; i++)
        {
            var p = y.Row(i);
            var d = a.Row(i);
            var to = below!.Row(i);
            var mean = 0f;
            for (var j = 0; j < p.Length; j++)
                mean += p[j] * d[j];
            for (var j = 0; j < p.Length; j++)
                to[j] = p[j] * (d[j] - mean);
        }
    }

    /// <summary>None: it is told as the head's activation.</summary>
    public override IEnumerable<LayerRecord> Records() => [];
}
