namespace Recto.Figures;

/// <summary>A text in a figure, placed by an anchor so that it stays in line in whatever font the page sets it.</summary>
/// <remarks>
/// No text goes through Skia: it drops what its fonts lack, measures Han by the font's bounding box, and gives 文 back
/// as the radical ⽂, since both have one glyph. Words are written into the SVG beside what ScottPlot draws.
/// </remarks>
/// <param name="X">CSS pixels from the left.</param>
/// <param name="Y">CSS pixels from the top.</param>
public sealed record Word(double X, double Y, string Text)
{
    public const double Regular = 13;
    public const double Large = 18;

    public Ink Ink { get; init; } = Ink.Soft;

    public Across Across { get; init; } = Across.Middle;

    public Down Down { get; init; } = Down.Middle;

    /// <summary>So many lines further down, from 0.</summary>
    public int Line { get; init; }

    public double Size { get; init; } = Regular;

    public bool Bold { get; init; }

    /// <summary>A rim in the page's colour, for words that stand on data.</summary>
    public bool Halo { get; init; }

    /// <summary>May be left out on a phone.</summary>
    public bool Minor { get; init; }

    /// <summary>Makes <see cref="Text"/> a mathematical letter with this index.</summary>
    public string? Index { get; init; }
}

/// <summary>Which part of the word stands at its X.</summary>
public enum Across
{
    Start,
    Middle,
    End,
}

/// <summary>Which part of the word stands at its Y; letters' height, not the line's.</summary>
public enum Down
{
    Top,
    Middle,
}
