using System.Globalization;

namespace Recto.Experiments.Contract;

/// <summary>Does a layer fit what comes in?</summary>
internal static class LayerChecks
{
    public static SpecProblem? Problem(LayerSpec layer, IReadOnlyList<int> input, string path) =>
        Missing(layer, path)
        ?? layer.Kind switch
        {
            LayerKind.Conv => OverVector(layer, input, path) ?? EvenKernel(layer, path),
            LayerKind.Pool => OverVector(layer, input, path) ?? Uneven(layer, input, path),
            LayerKind.Upsample => OverVector(layer, input, path),
            LayerKind.Reshape => Reshaped(layer, input, path),
            _ => null,
        };

    private static SpecProblem? Missing(LayerSpec layer, string path) =>
        layer.Kind switch
        {
            LayerKind.Conv => Below(layer.Channels, 1, $"{path}.channels")
                ?? Below(layer.Kernel, 1, $"{path}.kernel")
                ?? WithoutActivation(layer, path),
            LayerKind.Pool or LayerKind.Upsample => Below(layer.Size, 2, $"{path}.size"),
            LayerKind.Dense => Below(layer.Units, 1, $"{path}.units") ?? WithoutActivation(layer, path),
            _ => layer.Shape is [> 0, > 0, > 0]
                ? null
                : new("size-invalid", $"{path}.shape", "A shape is height, width and channels, each 1 or more."),
        };

    private static SpecProblem? WithoutActivation(LayerSpec layer, string path) =>
        layer.Activation is null
            ? new("member-missing", $"{path}.activation", "The layer names no activation; 'linear' is one.")
            : null;

    private static SpecProblem? Below(int? value, int least, string path) =>
        value >= least ? null : new("size-invalid", path, $"Expected a whole number, {Number(least)} or more.");

    private static SpecProblem? OverVector(LayerSpec layer, IReadOnlyList<int> input, string path) =>
        input.Count == 3
            ? null
            : new(
                "layer-misplaced",
                path,
                $"A '{Words.Of(layer.Kind)}' layer takes an image, and a vector of {Shapes.Text(input)} comes in; "
                    + "a 'reshape' layer makes an image of it."
            );

    private static SpecProblem? EvenKernel(LayerSpec layer, string path) =>
        layer.Kernel % 2 == 1
            ? null
            : new(
                "kernel-even",
                $"{path}.kernel",
                $"A kernel has a middle, so its side is odd, and {Number(layer.Kernel!.Value)} is even."
            );

    private static SpecProblem? Uneven(LayerSpec layer, IReadOnlyList<int> input, string path) =>
        input[0] % layer.Size == 0 && input[1] % layer.Size == 0
            ? null
            : new(
                "pool-uneven",
                $"{path}.size",
                $"An image of {Shapes.Text(input)} does not divide into squares of {Number(layer.Size!.Value)}."
            );

    private static SpecProblem? Reshaped(LayerSpec layer, IReadOnlyList<int> input, string path) =>
        Shapes.Size(layer.Shape!) == Shapes.Size(input)
            ? null
            : new(
                "shape-mismatched",
                $"{path}.shape",
                $"{Shapes.Text(layer.Shape!)} holds {Number(Shapes.Size(layer.Shape!))} numbers, "
                    + $"and {Shapes.Text(input)} comes in, {Number(Shapes.Size(input))}."
            );

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
