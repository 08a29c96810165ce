using Recto.Experiments.Contract;

namespace Recto.Experiments.Models;

/// <summary>From a declaration to a model with its first weights.</summary>
public static class Networks
{
    /// <param name="pixels">Of the images that it will see.</param>
    /// <exception cref="RunException"><c>spec-unsupported</c>: the declaration cannot be trained.</exception>
    public static Model Build(ExperimentSpec spec, int pixels)
    {
        if (SpecChecks.Of(spec, pixels) is [var problem, ..])
            throw new RunException("spec-unsupported", $"{problem.Path}: {problem.Message}");
        var autoencoder = spec.Model.Kind switch
        {
            ModelKind.Dense => DenseAutoencoder.Build(spec.Model),
            ModelKind.Conv => ConvAutoencoder.Build(spec.Model),
            ModelKind.Vae => VariationalAutoencoder.Build(spec.Model),
            _ => PrincipalAxes.Build(spec.Model),
        };
        var model = new Model(autoencoder, spec.Head is { } head ? Classifier(autoencoder, head) : null);
        if (spec.Model.Init is { } initializer)
            Initializers.Apply(initializer, model, spec.Seed);
        return model;
    }

    /// <summary>The layers up to what the head reads, then a linear map and a softmax.</summary>
    private static Network Classifier(Network autoencoder, HeadSpec head)
    {
        var body = head.On is HeadInput.Code ? autoencoder.Layers.Take(autoencoder.CodeLayer + 1) : autoencoder.Layers;
        return autoencoder with
        {
            Layers =
            [
                .. body,
                new Dense("head", "head", body.Last().OutputShape, head.Classes, Activation.Linear),
                new Softmax(head.Classes),
            ],
        };
    }
}
