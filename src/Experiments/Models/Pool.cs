using System.Runtime.Intrinsics;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>The largest value of each square, channel by channel.</summary>
public sealed unsafe class Pool(string name, string role, IReadOnlyList<int> input, LayerSpec spec)
    : Layer(name, role, input, Shapes.After(spec, input), Activation.Linear)
{
    private readonly int size = spec.Size!.Value;
    private readonly int channels = input[2];
    private readonly int line = input[1] * input[2];

    // From the first pixel of a square to each
    private readonly int[] places =
    [
        .. Enumerable
            .Range(0, spec.Size!.Value * spec.Size.Value)
            .Select(i => i / spec.Size.Value * input[1] * input[2] + i % spec.Size.Value * input[2]),
    ];

    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        var from = x.Start;
        var to = y.Start;
        for (var row = 0; row < x.Rows * OutputShape[0]; row++, from += size * line)
        for (var column = 0; column < OutputShape[1]; column++, to += channels)
            Largest(from + column * size * channels, to);
    }

    /// <summary>The gradient goes to where the largest value was; of equal ones, to the first.</summary>
    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        if (below is null)
            return;
        below.Span.Clear();
        var from = x.Start;
        var largest = y.Start;
        var d = a.Start;
        var to = below.Start;
        for (var row = 0; row < x.Rows * OutputShape[0]; row++, from += size * line, to += size * line)
        for (var column = 0; column < OutputShape[1]; column++, largest += channels, d += channels)
            Return(from + column * size * channels, largest, d, to + column * size * channels);
    }

    public override IEnumerable<LayerRecord> Records() => [Record("pool")];

    private void Largest(float* from, float* to)
    {
        var c = 0;
        for (; c <= channels - 8; c += 8)
        {
            var most = Vector256.Load(from + c);
            for (var i = 1; i < places.Length; i++)
                most = Vector256.MaxNative(most, Vector256.Load(from + places[i] + c));
            most.Store(to + c);
        }
        for (; c < channels; c++)
        {
            to[c] = from[c];
            for (var i = 1; i < places.Length; i++)
                to[c] = Math.Max(to[c], from[places[i] + c]);
        }
    }

    private void Return(float* from, float* largest, float* d, float* to)
    {
        var c = 0;
        for (; c <= channels - 8; c += 8)
        {
            var (most, rest) = (Vector256.Load(largest + c), Vector256.Load(d + c));
            for (var i = 0; i < places.Length; i++)
            {
                var isHere = Vector256.Equals(Vector256.Load(from + places[i] + c), most);
                (rest & isHere).Store(to + places[i] + c);
                rest = Vector256.AndNot(rest, isHere);
            }
        }
        for (; c < channels; c++)
        for (var i = 0; i < places.Length; i++)
            if (from[places[i] + c] == largest[c])
            {
                to[places[i] + c] = d[c];
                break;
            }
    }
}
