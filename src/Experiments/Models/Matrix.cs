using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Recto.Experiments.Models;

/// <summary>
/// A matrix of floats in libtorch's memory, row by row: a tensor for products, a span for our own passes over it.
/// The only class that knows the address.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "As long-lived as the run; a tensor's finalizer frees its memory."
)]
public sealed unsafe class Matrix
{
    private readonly float* start;
    private readonly Tensor tensor;
    private readonly Tensor transposed;

    /// <summary>Zeros.</summary>
    public Matrix(int rows, int columns)
        : this(torch.zeros(rows, columns)) { }

    private Matrix(Tensor tensor)
    {
        this.tensor = tensor.DetachFromDisposeScope();
        transposed = tensor.t().DetachFromDisposeScope();
        Rows = (int)tensor.shape[0];
        Columns = (int)tensor.shape[1];
        start = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));
    }

    public int Rows { get; }

    public int Columns { get; }

    public Span<float> Span => new(start, Rows * Columns);

    public Span<float> Row(int row) => Span.Slice(row * Columns, Columns);

    /// <summary>A window on the same memory.</summary>
    public Matrix Window(int offset, int rows, int columns) =>
        new(tensor.as_strided([rows, columns], [columns, 1], offset));

    /// <summary>The first rows, on the same memory.</summary>
    public Matrix Top(int rows) => Window(0, rows, Columns);

    /// <summary>this = x·yᵀ.</summary>
    public void SetTimesTransposed(Matrix x, Matrix y) => SetProduct(x.tensor, y.transposed);

    /// <summary>this = x·y.</summary>
    public void SetTimes(Matrix x, Matrix y) => SetProduct(x.tensor, y.tensor);

    /// <summary>this = xᵀ·y.</summary>
    public void SetTransposedTimes(Matrix x, Matrix y) => SetProduct(x.transposed, y.tensor);

    /// <summary>In place, so that nothing is allocated: with beta 0 the old content is not even read.</summary>
    private void SetProduct(Tensor x, Tensor y) => tensor.addmm_(x, y, beta: 0);
}
