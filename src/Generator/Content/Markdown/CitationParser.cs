using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary><c>[@key; @other]</c> → <see cref="CitationInline"/>.</summary>
internal sealed class CitationParser : InlineParser
{
    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var close = slice.PeekChar() == '@' ? slice.Text.IndexOf(']', slice.Start) : -1;
        if (close < 0 || close > slice.End || (close < slice.End && slice.Text[close + 1] == '('))
        {
            return false;
        }

        processor.Inline = new CitationInline
        {
            Keys = Keys(processor, slice.Text, slice.Start + 1, close),
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(close)
            ),
            Line = line,
            Column = column,
        };
        slice.Start = close + 1;
        return true;
    }

    private static List<Located<string>> Keys(InlineProcessor processor, string text, int from, int to)
    {
        var reading = Reading.Of(processor.Context);
        var keys = new List<Located<string>>();
        foreach (var part in text[from..to].Split(';'))
        {
            var word = part.Trim();
            var at = from + part.Length - part.TrimStart().Length;
            var place = reading.Source.PlaceAt(processor.GetSourcePosition(Math.Min(at, to)));
            if (word.StartsWith('@'))
            {
                keys.Add(new Located<string>(word[1..], place with { Column = place.Column + 1 }));
            }
            else
            {
                reading.Bag.Add(Errors.CitationInvalid(place, word));
            }

            from += part.Length + 1;
        }

        return keys;
    }
}
