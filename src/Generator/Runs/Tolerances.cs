namespace Recto.Runs;

/// <summary>How far a metric may be from the published one on a machine that cannot repeat every bit.</summary>
/// <remarks>Shares (accuracy, neighbours, …) may move by a percentage point, errors and losses by two percent.</remarks>
public static class Tolerances
{
    private const double Share = 0.01;
    private const double Relative = 0.02;

    /// <summary>Greatest difference that is allowed of this value.</summary>
    public static double Of(string metric, double value) =>
        metric switch
        {
            "parameters" => 0,
            _ when IsShare(metric) => Share,
            // A difference of two errors is as uncertain as they are, whatever is left of it.
            _ when metric.StartsWith("gap.", StringComparison.Ordinal) => double.Max(Relative * Math.Abs(value), 1e-3),
            _ => Relative * Math.Abs(value),
        };

    private static bool IsShare(string metric) =>
        metric.StartsWith("latent.", StringComparison.Ordinal)
        || metric.StartsWith("output.", StringComparison.Ordinal)
        || metric.EndsWith(".accuracy", StringComparison.Ordinal);
}
