namespace Recto.Content.Expressions;

/// <summary>What a test compared, how far apart it found that, the limit it set, and what the limit was derived from.</summary>
/// <param name="Of">What was compared, as formulas for readers: one value with the source's, or two with each other.</param>
/// <param name="Apart">For an order of two, how far the first lies on its right side: negative on the wrong one.</param>
/// <param name="Seeds">How many; 0 where none played a part.</param>
public sealed record Tolerance(
    ToleranceKind Kind,
    IReadOnlyList<string> Of,
    double Apart,
    double Limit,
    ToleranceBasis Basis,
    int Seeds
)
{
    /// <summary>The claim holds if the test does not.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The first value, where that is computed and no metric by itself.</summary>
    public double? Computed { get; init; }
}

public enum ToleranceKind
{
    Agrees,
    Above,
    Below,
}

public enum ToleranceBasis
{
    /// <summary>Agreement within half a unit of the last digit that the source prints.</summary>
    Digits,

    /// <summary>Agreement within the 95 % prediction interval of the seeds.</summary>
    Seeds,

    /// <summary>A difference of two means beyond Welch's limit.</summary>
    Means,

    /// <summary>A single run outside of the 95 % prediction interval of another's seeds.</summary>
    Single,
}
