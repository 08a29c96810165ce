using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary><c>{{ expression }}</c> → <see cref="ValueInline"/>, wherever text is; code and maths never get here.</summary>
internal sealed class ValueParser : InlineParser
{
    public ValueParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{')
        {
            return false;
        }

        var reading = Reading.Of(processor.Context);
        var (open, text) = (slice.Start, slice.Text);
        var close = Close(text, open + 2, slice.End);
        if (close < 0)
        {
            reading.Bag.Add(Errors.ValueUnclosed(reading.Source.PlaceAt(processor.GetSourcePosition(open))));
            return false;
        }

        var inside = text[(open + 2)..close];
        var first = open + 2 + inside.Length - inside.TrimStart().Length;
        var value = new ValueInline
        {
            Expression = Expression(inside.Trim(), processor, first),
            Place = reading.Source.PlaceAt(processor.GetSourcePosition(first)),
            Span = new SourceSpan(
                processor.GetSourcePosition(open, out var line, out var column),
                processor.GetSourcePosition(close + 1)
            ),
            Line = line,
            Column = column,
        };
        processor.Inline = value;
        slice.Start = close + 2;
        return true;
    }

    /// <summary>What Markdig cut off its further lines comes back as spaces: a column in it is one in the file.</summary>
    private static string Expression(string text, InlineProcessor processor, int from)
    {
        var padded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            padded.Append(text[i]);
            if (text[i] == '\n')
            {
                processor.GetSourcePosition(from + i + 1, out _, out var column);
                padded.Append(' ', column);
            }
        }

        return padded.ToString();
    }

    /// <summary>The first <c>}}</c> outside of quotes, or, where quotes do not pair, the first one; none behind another <c>{{</c>.</summary>
    private static int Close(string text, int from, int last)
    {
        var quote = '\0';
        for (var i = from; i < last; i++)
        {
            if (quote == '\0' && text[i] == '}' && text[i + 1] == '}')
            {
                return i;
            }

            if (quote == '\0' && text[i] == '{' && text[i + 1] == '{')
            {
                return -1;
            }

            quote =
                quote == '\0' && text[i] is ('"' or '\'') ? text[i]
                : quote == text[i] ? '\0'
                : quote;
        }

        var first = text.IndexOf("}}", from, StringComparison.Ordinal);
        return first < last ? first : -1;
    }
}
