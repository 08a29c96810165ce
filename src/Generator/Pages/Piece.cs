namespace Recto.Pages;

/// <summary>A line of text before it is set: words, and what stands between them.</summary>
/// <param name="Content">Words as written for <see cref="PieceKind.Text"/>; markup for every other kind.</param>
public sealed record Piece(PieceKind Kind, string Content)
{
    public static Piece Text(string words) => new(PieceKind.Text, words);

    public static Piece Tag(string markup) => new(PieceKind.Tag, markup);
}

public enum PieceKind
{
    Text,

    /// <summary>An opening or closing tag: typography looks through it.</summary>
    Tag,

    /// <summary>Code and printed numbers of things: read as Latin, never touched.</summary>
    Verbatim,

    /// <summary>A formula that must not part from the punctuation beside it.</summary>
    Maths,

    /// <summary>A formula so long that it may.</summary>
    LongMaths,

    /// <summary>A mark above the line: a footnote's, a citation's.</summary>
    Note,
}
