namespace Recto.Experiments.Models;

/// <summary>What training changes: values, and the gradient of the loss by them in the same layout.</summary>
/// <param name="Name">For instance <c>encoder.1.weight</c>.</param>
/// <param name="Shape">As it is saved; in memory every parameter is a matrix.</param>
public sealed record Parameter(string Name, IReadOnlyList<int> Shape, Matrix Value, Matrix Gradient)
{
    public int Count => Shape.Aggregate((product, size) => product * size);

    /// <summary>Whether the gradient holds something of this batch already; if not, it is to be overwritten.</summary>
    public bool HasGradient { get; set; }

    public static Parameter Matrix(string name, int rows, int columns) =>
        new(name, [rows, columns], new Matrix(rows, columns), new Matrix(rows, columns));

    public static Parameter Vector(string name, int length) =>
        new(name, [length], new Matrix(1, length), new Matrix(1, length));

    /// <summary>Some of its rows as a parameter of their own, on the same memory.</summary>
    public Parameter Part(string name, int row, int rows) =>
        new(name, [rows, Value.Columns], Value.Part(row, rows), Gradient.Part(row, rows));
}
