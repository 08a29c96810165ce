using System.Globalization;
using System.Reflection;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments;

/// <summary>
/// Models that a report brings along: <c>two_paths</c> is a class <c>TwoPaths</c> with
/// <c>public static Network Build(IReadOnlyList&lt;int&gt; layers, …)</c>, its parameters named as the keys of front matter.
/// </summary>
public static class OwnModels
{
    /// <summary>What the spec declares, of Recto's own kinds or the report's, with its first weights.</summary>
    /// <param name="pixels">Of the images that it will see.</param>
    /// <exception cref="RunException">The declaration cannot be trained, or the class builds no autoencoder of it.</exception>
    public static Model Build(ExperimentSpec spec, int pixels)
    {
        if (spec.Model.Kind is not ModelKind.Own)
            return Networks.Build(spec, pixels);
        if (SpecChecks.Of(spec, pixels) is [var problem, ..])
            throw new RunException("spec-unsupported", $"{problem.Path}: {problem.Message}");
        var network = Call(spec.Model);
        if (OwnModelChecks.Of(spec, network).FirstOrDefault() is { } wrong)
            throw new RunException("model-unfit", $"The model '{spec.Model.Class}': {wrong}");
        var model = new Model(network, spec.Head is { } head ? Classifier(network, head) : null);
        Initializers.Apply(spec.Model.Init!.Value, model, spec.Seed);
        return model;
    }

    /// <summary>The spec without the filters that the probe of that name cannot read off a first layer of the report's own.</summary>
    public static ExperimentSpec Probed(ExperimentSpec spec, Network network) =>
        spec.Model.Kind is ModelKind.Own && network.Layers[0] is not (Dense or Conv)
            ? spec with
            {
                Probes = [.. spec.Probes.Where(p => p != "filters")],
            }
            : spec;

    private static Network Call(ModelSpec spec)
    {
        var build = OwnCode.Find("Models", spec.Class!, "Build");
        if (build?.ReturnType != typeof(Network))
            throw new RunException(
                "model-missing",
                $"The model '{spec.Class}' needs 'public static Network Build(…)' in its class."
            );
        try
        {
            return (Network)build.Invoke(null, [.. build.GetParameters().Select(p => Argument(p, spec))])!;
        }
        catch (TargetInvocationException e)
        {
            Console.Error.WriteLine(e.InnerException);
            throw new RunException("model-unfit", $"The model '{spec.Class}': {e.InnerException!.Message}");
        }
    }

    private static object? Argument(ParameterInfo parameter, ModelSpec spec) =>
        parameter.Name switch
        {
            "layers" => spec.Layers,
            "activation" => spec.Activation,
            "code" => spec.Code,
            "output" => spec.Output,
            var name => Setting(spec.Settings![OwnNames.Written(name!)], parameter.ParameterType),
        };

    private static object Setting(double value, Type type) =>
        type == typeof(bool) ? value > 0 : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Networks"/> adds it; that class counts in the keys of all runs and stays as it is.</summary>
    private static Network Classifier(Network autoencoder, HeadSpec head)
    {
        var body = head.On is HeadInput.Code ? autoencoder.Layers.Take(autoencoder.CodeLayer + 1) : autoencoder.Layers;
        var scores = new Dense("head", "head", body.Last().OutputShape, head.Classes, Activation.Linear);
        return autoencoder with { Layers = [.. body, scores, new Softmax(head.Classes)] };
    }
}
