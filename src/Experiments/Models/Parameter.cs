namespace Recto.Experiments.Models;

/// <summary>What training changes: values, and the gradient of the loss by them in the same layout.</summary>
/// <param name="Name">For instance <c>encoder.1.weight</c>.</param>
/// <param name="Shape">As it is saved; in memory one- and two-dimensional parameters are matrices alike.</param>
public sealed record Parameter(string Name, IReadOnlyList<int> Shape, Matrix Value, Matrix Gradient)
{
    public int Count => Shape.Aggregate((product, size) => product * size);

    public static Parameter Matrix(string name, int rows, int columns) =>
        new(name, [rows, columns], new Matrix(rows, columns), new Matrix(rows, columns));

    public static Parameter Vector(string name, int length) =>
        new(name, [length], new Matrix(1, length), new Matrix(1, length));
}
