using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>The same numbers under another shape.</summary>
public sealed class Reshape(string name, string role, IReadOnlyList<int> input, IReadOnlyList<int> output)
    : Layer(name, role, input, output, Activation.Linear)
{
    public override void Forward(Matrix x, Matrix y, RandomSource? draws) => x.Span.CopyTo(y.Span);

    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        if (below is not null)
            a.Span.CopyTo(below.Span);
    }

    public override IEnumerable<LayerRecord> Records() => [Record("reshape")];
}
