using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A text an author wrote, or a part of one, which knows where each of its characters stands.</summary>
/// <remarks>Markdig's and Scriban's offsets become places here and nowhere else.</remarks>
/// <param name="Origin">Where the first character stands.</param>
public sealed record SourceText(string Text, Place Origin)
{
    private readonly List<int> lineStarts =
    [
        0,
        .. Enumerable.Range(0, Text.Length).Where(i => Text[i] == '\n').Select(i => i + 1),
    ];

    /// <summary>A whole file.</summary>
    public static SourceText Of(string text, string file) => new(text, Place.Top(file));

    public static SourceText Of(Located<string> text) => new(text.Value, text.Place);

    /// <param name="offset">0-based, in UTF-16 units; beyond an end, that end is meant.</param>
    public Place PlaceAt(int offset)
    {
        var inside = Math.Clamp(offset, 0, Text.Length);
        var found = lineStarts.BinarySearch(inside);
        var line = found >= 0 ? found : ~found - 1;
        var column = inside - lineStarts[line] + (line == 0 ? Origin.Column : 1);
        return new Place(Origin.File, Origin.Line + line, column);
    }

    /// <summary>The inverse of <see cref="PlaceAt"/>, for YAML's lines and columns.</summary>
    public int OffsetOf(Place place)
    {
        var line = Math.Clamp(place.Line - Origin.Line, 0, lineStarts.Count - 1);
        var column = place.Column - (line == 0 ? Origin.Column : 1);
        return Math.Clamp(lineStarts[line] + column, 0, Text.Length);
    }
}
