using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>
/// z = μ + σε with ε ~ N(0, I), the reparameterisation of Kingma and Welling (2014, section 2.4), and with it the
/// divergence of q(z|x) from N(0, I), whose gradient starts here.
/// </summary>
public sealed class Sample(int size) : Layer("sample", "code", [2 * size], [size], Activation.Linear)
{
    /// <summary>Sum over the rows of x = (μ, ln σ²) of D(q ‖ N(0, I)) = −½ Σ (1 + ln σ² − μ² − σ²).</summary>
    public static double Divergence(Matrix x)
    {
        var sum = 0.0;
        var size = x.Columns / 2;
        for (var i = 0; i < x.Rows; i++)
        {
            var row = x.Row(i);
            for (var j = 0; j < size; j++)
            {
                var (mean, log) = (row[j], row[size + j]);
                sum -= 0.5 * (1 + log - mean * mean - VectorMath.Exp(log));
            }
        }
        return sum;
    }

    /// <summary>Without draws z is the mean.</summary>
    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        if (draws is null)
            y.Span.Clear();
        else
            draws.Normal(y.Span);
        for (var i = 0; i < x.Rows; i++)
        {
            var from = x.Row(i);
            var z = y.Row(i);
            for (var j = 0; j < z.Length; j++)
                z[j] = from[j] + VectorMath.Exp(0.5f * from[z.Length + j]) * z[j];
        }
    }

    /// <summary>
    /// ∂z/∂μ = 1 and ∂z/∂ln σ² = ½σε = ½(z − μ); then the divergence's own, μ and ½(σ² − 1), of its mean over the rows.
    /// </summary>
    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        var share = 1f / x.Rows;
        for (var i = 0; i < x.Rows; i++)
        {
            var from = x.Row(i);
            var z = y.Row(i);
            var d = a.Row(i);
            var to = below!.Row(i);
            for (var j = 0; j < z.Length; j++)
            {
                var (mean, log) = (from[j], from[z.Length + j]);
                to[j] = d[j] + mean * share;
                to[z.Length + j] = 0.5f * (d[j] * (z[j] - mean) + (VectorMath.Exp(log) - 1) * share);
            }
        }
    }

    public override IEnumerable<LayerRecord> Records() => [Record("sample")];
}
