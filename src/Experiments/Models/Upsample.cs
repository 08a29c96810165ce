using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>Each pixel becomes a square of its like.</summary>
public sealed class Upsample(string name, string role, IReadOnlyList<int> input, LayerSpec spec)
    : Layer(name, role, input, Shapes.After(spec, input), Activation.Linear)
{
    private readonly int size = spec.Size!.Value;
    private readonly int width = input[1];
    private readonly int channels = input[2];

    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        var from = x.Span;
        var to = y.Span;
        var (line, wide) = (width * channels, width * channels * size);
        for (; from.Length > 0; from = from[line..], to = to[(size * wide)..])
        {
            for (var column = 0; column < width * size; column++)
                from.Slice(column / size * channels, channels).CopyTo(to[(column * channels)..]);
            for (var row = 1; row < size; row++)
                to[..wide].CopyTo(to[(row * wide)..]);
        }
    }

    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        if (below is null)
            return;
        below.Span.Clear();
        var from = a.Span;
        var to = below.Span;
        var (line, wide) = (width * channels, width * channels * size);
        for (; to.Length > 0; to = to[line..], from = from[(size * wide)..])
        for (var row = 0; row < size; row++)
        for (var column = 0; column < width * size; column++)
            Rows.Add(
                to.Slice(column / size * channels, channels),
                from.Slice(row * wide + column * channels, channels)
            );
    }

    public override IEnumerable<LayerRecord> Records() => [Record("upsample")];
}
