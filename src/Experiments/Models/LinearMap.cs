namespace Recto.Experiments.Models;

/// <summary>
/// A weight matrix W [m, n] and its three products. libtorch makes them, but for matrices of a few rows or columns,
/// where its calls cost more than the work.
/// </summary>
public sealed class LinearMap(Parameter weight)
{
    private const int Few = 4;

    private readonly bool hasFewRows = weight.Value.Rows <= Few;

    // Wᵀ and its gradient, where W has few columns
    private readonly Matrix? transposed = weight.Value is { Rows: > Few, Columns: <= Few } w
        ? new Matrix(w.Columns, w.Rows)
        : null;

    private readonly Matrix? transposedGradient = weight.Value is { Rows: > Few, Columns: <= Few } w
        ? new Matrix(w.Columns, w.Rows)
        : null;

    public Parameter Weight { get; } = weight;

    /// <summary>A batch begins, as <see cref="Layer.Begin"/>.</summary>
    public void Begin()
    {
        Weight.HasGradient = false;
        if (transposed is not null)
            Transpose(Weight.Value, transposed);
    }

    /// <summary>y ← x·Wᵀ, from [batch, n] to [batch, m].</summary>
    public void Project(Matrix x, Matrix y)
    {
        if (hasFewRows)
            Rows.Dots(x, Weight.Value, y);
        else if (transposed is not null)
            Rows.Combine(x, transposed, y);
        else
            y.SetTimesTransposed(x, Weight.Value);
    }

    /// <summary>x ← y·W, from [batch, m] to [batch, n].</summary>
    public void Spread(Matrix y, Matrix x)
    {
        if (hasFewRows)
            Rows.Combine(y, Weight.Value, x);
        else if (transposed is not null)
            Rows.Dots(y, transposed, x);
        else
            x.SetTimes(y, Weight.Value);
    }

    /// <summary>Adds yᵀ·x to the gradient by W.</summary>
    public void AddGradient(Matrix y, Matrix x)
    {
        if (hasFewRows)
            Rows.Outer(y, x, Weight.Gradient, Weight.HasGradient);
        else if (transposedGradient is not null)
        {
            Rows.Outer(x, y, transposedGradient, Weight.HasGradient);
            Transpose(transposedGradient, Weight.Gradient);
        }
        else
            Weight.Gradient.SetTransposedTimes(y, x, Weight.HasGradient);
        Weight.HasGradient = true;
    }

    private static void Transpose(Matrix from, Matrix to)
    {
        var source = from.Span;
        var target = to.Span;
        for (var i = 0; i < from.Rows; i++)
        for (var j = 0; j < from.Columns; j++)
            target[j * from.Rows + i] = source[i * from.Columns + j];
    }
}
