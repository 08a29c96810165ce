namespace Recto.Content.Expressions;

/// <summary>How far a test found two values apart, the limit it set, and what the limit was derived from.</summary>
/// <param name="Seeds">How many; 0 where none played a part.</param>
public sealed record Tolerance(ToleranceBasis Basis, double Apart, double Limit, int Seeds);

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
