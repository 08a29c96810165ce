using System.Globalization;
using Recto.Content.Expressions;

namespace Recto.Pages;

/// <summary>Collects the numbers that a chapter prints, each with the measurements it was made of.</summary>
public sealed class Provenance
{
    private readonly List<PrintedNumber> numbers = [];

    public IReadOnlyList<PrintedNumber> Numbers => numbers;

    /// <summary>The entry for a number; the same number, computed alike from the same measurements, has one entry.</summary>
    public PrintedNumber Add(string text, string formula, IReadOnlyList<Measurement> sources)
    {
        if (numbers.Find(n => n.Text == text && n.Formula == formula && n.Sources.SequenceEqual(sources)) is { } known)
        {
            return known;
        }

        numbers.Add(new PrintedNumber(numbers.Count + 1, text, formula, sources));
        return numbers[^1];
    }
}

/// <param name="Number">Counts from 1 in each chapter.</param>
/// <param name="Formula">How it was computed, for readers; often just the name of what was measured.</param>
public sealed record PrintedNumber(int Number, string Text, string Formula, IReadOnlyList<Measurement> Sources)
{
    /// <summary>Its anchor at the chapter's end.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"pv-{Number}");

    /// <summary>What refers to it on paper.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"P{Number}");
}
