namespace Recto.Experiments.Contract;

/// <summary>Do a model's members belong together, and do its sizes chain?</summary>
internal static class ModelChecks
{
    /// <param name="pixels">Of an image of the data set.</param>
    public static IEnumerable<SpecProblem> Of(ModelSpec model, int pixels)
    {
        var members = Members(model).ToList();
        return members.Count > 0 ? members
            : model.Kind is ModelKind.Conv ? Layers(model, pixels)
            : Sizes(model, pixels);
    }

    /// <summary>Each kind has its own: what is missing, and what means nothing to it.</summary>
    private static IEnumerable<SpecProblem> Members(ModelSpec model)
    {
        var kind = model.Kind;
        var (isDense, isConv, isPca) = (kind is ModelKind.Dense, kind is ModelKind.Conv, kind is ModelKind.Pca);
        if (kind is ModelKind.Own)
            return model.Layers is null ? [new("member-missing", "model.layers", "A model needs 'layers'.")] : [];
        SpecProblem?[] problems =
        [
            Member("layers", model.Layers is not null, wanted: !isConv),
            Member("input", model.Input is not null, wanted: isConv),
            Member("encoder", model.Encoder is not null, wanted: isConv),
            Member("decoder", model.Decoder is not null, wanted: isConv),
            Member("activation", model.Activation is not null, wanted: !isConv && !isPca),
            Member("code", model.Code is not null, wanted: isDense),
            Member("output", model.Output is not null, wanted: !isConv && !isPca),
            Member("init", model.Init is not null, wanted: !isPca),
            model.Tied is not null && !isDense ? Needless("tied") : null,
        ];
        return problems.OfType<SpecProblem>();

        SpecProblem? Member(string name, bool isThere, bool wanted) =>
            isThere == wanted ? null
            : isThere ? Needless(name)
            : new("member-missing", $"model.{name}", $"A model of kind '{Words.Of(kind)}' needs '{name}'.");

        SpecProblem Needless(string name) =>
            new("member-needless", $"model.{name}", $"A model of kind '{Words.Of(kind)}' has no '{name}'.");
    }

    private static IEnumerable<SpecProblem> Sizes(ModelSpec model, int pixels)
    {
        var sizes = model.Layers!;
        if (sizes.Count < 2 || (model.Kind is ModelKind.Pca && sizes.Count > 2))
            yield return new(
                "layers-incomplete",
                "model.layers",
                model.Kind is ModelKind.Pca
                    ? "Principal components have two sizes, those of the images and of the code."
                    : "At least two sizes are needed, those of the images and of the code."
            );
        for (var i = 0; i < sizes.Count; i++)
            if (sizes[i] < 1)
                yield return new("size-invalid", $"model.layers[{i}]", "Expected a whole number, 1 or more.");
        if (sizes is [var first, ..] && first != pixels)
            yield return new(
                "layers-mismatched",
                "model.layers[0]",
                $"The first layer takes {first} values, and the images have {pixels}."
            );
        if (model.Kind is ModelKind.Pca && sizes is [_, var code] && code > pixels)
            yield return new("size-invalid", "model.layers[1]", $"There are no more than {pixels} components.");
    }

    private static List<SpecProblem> Layers(ModelSpec model, int pixels)
    {
        if (model.Input is not [> 0, > 0, > 0])
            return [new("size-invalid", "model.input", "An input is height, width and channels, each 1 or more.")];
        if (Shapes.Size(model.Input) != pixels)
            return
            [
                new(
                    "layers-mismatched",
                    "model.input",
                    $"The input is {Shapes.Text(model.Input)}, and the images have {pixels} pixels."
                ),
            ];
        var problems = new List<SpecProblem>();
        if (model.Encoder!.Count == 0)
            problems.Add(new("layers-incomplete", "model.encoder", "An encoder has at least one layer."));
        var output = Chain(model.Decoder!, "model.decoder", Chain(model.Encoder, "model.encoder", model.Input));
        if (output is not null && !output.SequenceEqual(model.Input))
            problems.Add(
                new(
                    "decoder-mismatched",
                    "model.decoder",
                    $"The decoder gives {Shapes.Text(output)}, and the images are {Shapes.Text(model.Input)}."
                )
            );
        else if (output is not null && Shapes.OutputActivation(model) is null)
            problems.Add(new("decoder-mismatched", "model.decoder", "The decoder ends in a layer with an activation."));
        return problems;

        // Null from the first layer on that does not fit: what follows it cannot be judged
        IReadOnlyList<int>? Chain(IReadOnlyList<LayerSpec> layers, string path, IReadOnlyList<int>? shape)
        {
            for (var i = 0; i < layers.Count && shape is not null; i++)
            {
                var problem = LayerChecks.Problem(layers[i], shape, $"{path}[{i}]");
                if (problem is not null)
                    problems.Add(problem);
                shape = problem is null ? Shapes.After(layers[i], shape) : null;
            }
            return shape;
        }
    }
}
