namespace Recto.Content.Expressions;

/// <summary>What a value is counted in.</summary>
public enum Unit
{
    /// <summary>None, or that of the images or the loss.</summary>
    None,

    /// <summary>A share of a whole: printed in percent, and its differences in percentage points.</summary>
    Share,

    Seconds,

    /// <summary>A whole number of things.</summary>
    Count,
}

/// <summary>Knows by its name in which unit a value is.</summary>
public static class Units
{
    private static readonly string[] Shares =
    [
        "accuracy",
        "latent.knn",
        "latent.on_axis",
        "latent.pca",
        "output.dead",
        "output.dead_error",
    ];

    /// <param name="name">For instance <c>ae.test.accuracy</c>, <c>ae.curve.accuracy.mean[3]</c>; a formula has no unit.</param>
    public static Unit Of(string name)
    {
        string[] parts = [.. name.Split('.').Skip(1).Select(part => part.Split('[')[0])];
        var path = string.Join('.', parts is [.., var last] && IsStatistic(last) ? parts[..^1] : parts);
        return name.Contains(' ', StringComparison.Ordinal) ? Unit.None
            : path == "parameters" || path.StartsWith("spec.", StringComparison.Ordinal) ? Unit.Count
            : path.StartsWith("time.", StringComparison.Ordinal) ? Unit.Seconds
            : Shares.Any(share => path == share || path.EndsWith("." + share, StringComparison.Ordinal)) ? Unit.Share
            : Unit.None;
    }

    private static bool IsStatistic(string name) => name is "all" || SeededFact.Statistics.Any(s => s.Name == name);
}
