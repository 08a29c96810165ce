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

    /// <summary>Its first number, for kernels that count their own way through memory.</summary>
    internal float* Start => start;

    public Span<float> Span => new(start, Rows * Columns);

    public Span<float> Row(int row) => Span.Slice(row * Columns, Columns);

    /// <summary>Some of its rows, on the same memory.</summary>
    public Matrix Part(int row, int rows) => new(tensor.as_strided([rows, Columns], [Columns, 1], (long)row * Columns));

    /// <summary>this = x·yᵀ.</summary>
    public void SetTimesTransposed(Matrix x, Matrix y) => Product(x.tensor, y.transposed, add: false);

    /// <summary>this = x·y.</summary>
    public void SetTimes(Matrix x, Matrix y) => Product(x.tensor, y.tensor, add: false);

    /// <summary>this = xᵀ·y, or this + xᵀ·y.</summary>
    public void SetTransposedTimes(Matrix x, Matrix y, bool add = false) => Product(x.transposed, y.tensor, add);

    /// <summary>In place, so that nothing is allocated: with beta 0 the old content is not even read.</summary>
    private void Product(Tensor x, Tensor y, bool add) => tensor.addmm_(x, y, beta: add ? 1 : 0);
}
