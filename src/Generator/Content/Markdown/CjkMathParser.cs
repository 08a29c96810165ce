using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary><c>$x$</c> and <c>$$x$$</c> in running text, also right between Chinese characters, which Markdig's own refuses.</summary>
/// <remarks>As in Pandoc, no space inside the dollars and no digit after them; any other dollar must be escaped.</remarks>
internal sealed class CjkMathParser : InlineParser
{
    public CjkMathParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (open, text, last) = (slice.Start, slice.Text, slice.End);
        var dollars = slice.PeekChar() == '$' ? 2 : 1;
        var from = open + dollars;
        var close = from <= last && !char.IsWhiteSpace(text[from]) ? Close(text, from, last, dollars) : -1;
        if (close <= from)
        {
            var reading = Reading.Of(processor.Context);
            reading.Bag.Add(Errors.DollarLoose(reading.Source.PlaceAt(processor.GetSourcePosition(open))));
            return false;
        }

        var math = new MathInline
        {
            Content = new StringSlice(text, from, close - 1),
            Delimiter = '$',
            DelimiterCount = dollars,
            Span = new SourceSpan(
                processor.GetSourcePosition(open, out var line, out var column),
                processor.GetSourcePosition(close + dollars - 1)
            ),
            Line = line,
            Column = column,
        };
        math.GetAttributes().AddClass("math");
        processor.Inline = math;
        slice.Start = close + dollars;
        return true;
    }

    private static int Close(string text, int from, int last, int dollars)
    {
        for (var i = from; i + dollars - 1 <= last; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '$' && (dollars == 1 || text[i + 1] == '$'))
            {
                var after = i + dollars;
                var closes = !char.IsWhiteSpace(text[i - 1]) && !(after <= last && char.IsAsciiDigit(text[after]));
                return closes ? i : -1;
            }
        }

        return -1;
    }
}
