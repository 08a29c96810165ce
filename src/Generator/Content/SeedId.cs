using System.Globalization;

namespace Recto.Content;

/// <summary>What the runs of an experiment with <c>seeds</c> are called: <c>ae</c>, <c>ae.2</c>, <c>ae.3</c>, …</summary>
/// <remarks>No experiment can have such an id, since a dot in it would mean a fact of a run.</remarks>
public static class SeedId
{
    /// <param name="index">From 0: the first seed's run is the experiment's own.</param>
    public static string Of(string experiment, int index) =>
        index == 0 ? experiment : string.Create(CultureInfo.InvariantCulture, $"{experiment}.{index + 1}");

    /// <summary>The experiment that a run is of.</summary>
    public static string Experiment(string run) => run.Split('.')[0];

    /// <summary>Whether a run is there for the statistics only.</summary>
    public static bool IsFurther(string run) => run.Contains('.', StringComparison.Ordinal);
}
