using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>The runs that a run descends from.</summary>
internal static class Ancestors
{
    /// <summary>Specs of the run that <paramref name="spec"/> starts from and of those before it, the oldest first.</summary>
    public static IReadOnlyList<ExperimentSpec> Of(ExperimentSpec spec, IReadOnlyDictionary<string, Run> found)
    {
        var ancestors = new List<ExperimentSpec>();
        for (var parent = spec.After; parent is not null; parent = ancestors[0].After)
        {
            ancestors.Insert(0, found[parent].Record.Spec);
        }

        return ancestors;
    }
}
