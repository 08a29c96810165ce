using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary><c>[0.0685]{.source}</c>, <c>[10%]{.given}</c> → <see cref="MarkedInline"/>.</summary>
internal sealed class MarkedParser : InlineParser
{
    private const string Opening = "]{.";

    private static readonly string[] Marks = ["given", "source"];

    public MarkedParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, open) = (slice.Text, slice.Start);
        var close = text.IndexOf(']', open, slice.End - open + 1);
        var end =
            close < 0 || !Continues(text, close, slice.End) ? -1 : text.IndexOf('}', close, slice.End - close + 1);
        if (end < 0)
        {
            return false;
        }

        var reading = Reading.Of(processor.Context);
        var start = processor.GetSourcePosition(open, out var line, out var column);
        var mark = text[(close + Opening.Length)..end];
        if (!Marks.Contains(mark))
        {
            var place = reading.Source.PlaceAt(processor.GetSourcePosition(close + 2));
            reading.Bag.Add(Errors.MarkUnknown(place, mark, Marks));
        }

        processor.Inline = new MarkedInline
        {
            Text = text[(open + 1)..close],
            IsSource = mark == "source",
            Span = new SourceSpan(start, processor.GetSourcePosition(end)),
            Line = line,
            Column = column,
        };
        slice.Start = end + 1;
        return true;
    }

    private static bool Continues(string text, int close, int last) =>
        close + Opening.Length <= last && string.CompareOrdinal(text, close, Opening, 0, Opening.Length) == 0;
}
