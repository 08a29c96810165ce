using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>What must hold between the values of one experiment, each of them fit by itself.</summary>
public static class ExperimentRules
{
    /// <summary>Values of an image: both kinds of data sets hold 28×28 pixels.</summary>
    public const int Pixels = 28 * 28;

    /// <param name="resolved">Where the values of <paramref name="spec"/> were written.</param>
    public static bool Hold(ExperimentSpec spec, YamlMap resolved, DiagnosticBag bag)
    {
        var broken = Broken(spec, resolved).ToList();
        broken.ForEach(bag.Add);
        return broken.Count == 0;
    }

    private static IEnumerable<Diagnostic> Broken(ExperimentSpec spec, YamlMap resolved)
    {
        var model = resolved.Map("model");
        if (spec.Model.Layers is { } layers && layers[0] != Pixels)
        {
            yield return Errors.LayersMismatched(model.List("layers")[0].Place, layers[0], Pixels, spec.Data.Name);
        }

        if (spec.Loss == Loss.Bce && spec.Model.Output != Activation.Sigmoid)
        {
            yield return Errors.LossUnfit(resolved.Located("loss"), model.Text("output"));
        }
    }
}
