using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Recto.Content.Markdown;

/// <summary><c>[](#id)</c> → <see cref="ReferenceInline"/>.</summary>
internal sealed class ReferenceParser : InlineParser
{
    private const string Opening = "[](#";

    public ReferenceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var close = slice.Match(Opening) ? slice.Text.IndexOf(')', slice.Start) : -1;
        if (close < 0 || close > slice.End)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new ReferenceInline
        {
            Target = slice.Text[(slice.Start + Opening.Length)..close],
            Place = Reading.Of(processor.Context).Source.PlaceAt(start + Opening.Length),
            Span = new SourceSpan(start, processor.GetSourcePosition(close)),
            Line = line,
            Column = column,
        };
        slice.Start = close + 1;
        return true;
    }
}
