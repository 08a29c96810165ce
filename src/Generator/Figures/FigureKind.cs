using Recto.Content;

namespace Recto.Figures;

/// <summary>A kind of figure that a chapter may ask for.</summary>
/// <param name="Name">After <c>figure:</c>.</param>
/// <param name="Runs">How many runs it takes at most; at least one.</param>
/// <param name="Options">Attributes it understands.</param>
/// <param name="Probe">What its runs must record for it; absent for nothing beyond what every run records.</param>
/// <param name="Draw">Reads the data once, then draws for each language; absent, with diagnostics, if it cannot.</param>
public sealed record FigureKind(
    string Name,
    int Runs,
    IReadOnlyList<string> Options,
    string? Probe,
    Func<FigureSource, Func<Terms, Drawing>?> Draw
);
