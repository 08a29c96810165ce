using System.Text.RegularExpressions;
using Recto.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Recto.Content.Yaml;

/// <summary>YAML text → values with places; YamlDotNet's marks become places here and nowhere else.</summary>
public sealed partial class YamlReader
{
    private const int DeepestNesting = 32;
    private const string NotUsed = "anchors (&), aliases (*) and tags (!) are not used here; runs inherit with 'from:'";

    private readonly Parser parser;
    private readonly SourceText source;
    private readonly DiagnosticBag bag;

    private YamlReader(SourceText source, DiagnosticBag bag)
    {
        this.source = source;
        this.bag = bag;
        parser = new Parser(new Scanner(new StringReader(source.Text), skipComments: true));
    }

    /// <summary>The one document of the text; an empty one is an empty map. Null if it is not YAML.</summary>
    public static YamlValue? Read(SourceText source, DiagnosticBag bag)
    {
        var reader = new YamlReader(source, bag);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            bag.Add(Told(e, source));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's scanner, at some braces that are never closed, and at a tag that is no address.
            var place = PlaceOf(source, reader.parser.Current?.End ?? Mark.Empty);
            bag.Add(
                Errors.YamlInvalid(
                    place,
                    e is ArgumentException ? NotUsed : "a brace or bracket is not closed before this"
                )
            );
            return null;
        }
    }

    /// <summary>What authors do most often, in other words than the scanner's.</summary>
    private static Diagnostic Told(YamlException e, SourceText source)
    {
        var place = PlaceOf(source, e.Start);
        if (e.Message.Contains("invalid mapping", StringComparison.Ordinal))
        {
            return Errors.YamlInvalid(place, "a second ': ' in one value; put a text that holds one in quotes");
        }

        return
            e.Message.Contains(" tab ", StringComparison.Ordinal) && Tab().Match(source.Text) is { Success: true } tab
            ? Errors.YamlInvalid(source.PlaceAt(tab.Index), "a tab indents this line; use spaces")
            : Errors.YamlInvalid(place, e.Message);
    }

    [GeneratedRegex(@"(?<=^ *)\t", RegexOptions.Multiline)]
    private static partial Regex Tab();

    private YamlValue? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return new YamlMap([], source.Origin);
        }

        parser.Consume<DocumentStart>();
        var value = Value(0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            throw Refused(second, "one document was expected, here a second one starts");
        }

        return value is YamlScalar { IsEmpty: true } ? new YamlMap([], source.Origin) : value;
    }

    private YamlValue Value(int depth)
    {
        var e = parser.Current!;
        if (depth > DeepestNesting)
        {
            throw Refused(e, $"values are nested more than {DeepestNesting} deep");
        }

        if (e is AnchorAlias || e is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
        {
            throw Refused(e, NotUsed);
        }

        return e switch
        {
            Scalar _ => Scalar(),
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => throw Refused(e, "a value was expected"),
        };
    }

    private YamlScalar Scalar()
    {
        var scalar = parser.Consume<Scalar>();
        var place = TextPlace(scalar);
        return new YamlScalar(Text(scalar, source.OffsetOf(place)), scalar.Style != ScalarStyle.Plain, place);
    }

    /// <summary>A text of several lines as it was typed, so that a place in it is a place in the file.</summary>
    /// <remarks>Folding is left to Markdown and to expressions, for which a line feed is a space.</remarks>
    private string Text(Scalar scalar, int from)
    {
        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var to = source.OffsetOf(PlaceOf(source, scalar.End)) - (isQuoted ? 1 : 0);
        var typed = source.Text[from..Math.Max(from, to)].TrimEnd();
        if (!typed.Contains('\n', StringComparison.Ordinal))
        {
            return scalar.Value.Trim('\n').Replace('\n', ' ');
        }

        return Words(typed) == Words(scalar.Value)
            ? typed
            : throw Refused(scalar, "a text over several lines holds no escapes and no comments; write it after '|'");
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private YamlList List(int depth)
    {
        var place = PlaceOf(source, parser.Consume<SequenceStart>().Start);
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return new YamlList(items, place);
    }

    private YamlMap Map(int depth)
    {
        var start = parser.Consume<MappingStart>().Start;
        // [a: 1] holds a map without braces, of which YamlDotNet does not tell the place
        var isBare = start.Equals(Mark.Empty) && parser.Current is Scalar;
        var place = PlaceOf(source, isBare ? parser.Current!.Start : start);
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1) as YamlScalar;
            var value = Value(depth + 1);
            if (key is null)
            {
                bag.Add(Errors.YamlInvalid(place, "a key must be a plain word"));
            }
            else if (entries.Find(e => e.Key.Value == key.Text) is { } first)
            {
                bag.Add(Errors.KeyDuplicate(key.Located, first.Key.Place));
            }
            else
            {
                entries.Add(new YamlEntry(key.Located, value));
            }
        }

        return new YamlMap(entries, place);
    }

    /// <summary>Where the scalar's own first character stands: after a quote, below a block's indicator.</summary>
    private Place TextPlace(Scalar scalar)
    {
        var place = PlaceOf(source, scalar.Start);
        return scalar.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => place with { Column = place.Column + 1 },
            ScalarStyle.Literal or ScalarStyle.Folded => FirstText(source.OffsetOf(place)),
            _ => place,
        };
    }

    private Place FirstText(int indicator)
    {
        var line = source.Text.IndexOf('\n', indicator);
        while (line >= 0 && line < source.Text.Length - 1 && char.IsWhiteSpace(source.Text[line]))
        {
            line++;
        }

        return source.PlaceAt(line < 0 ? indicator : line);
    }

    private static YamlException Refused(ParsingEvent at, string message) => new(at.Start, at.End, message);

    private static Place PlaceOf(SourceText source, Mark mark)
    {
        var line = (int)Math.Max(1, mark.Line);
        var column = (int)Math.Max(1, mark.Column) + (line == 1 ? source.Origin.Column - 1 : 0);
        return source.PlaceAt(source.OffsetOf(new Place(source.Origin.File, source.Origin.Line + line - 1, column)));
    }
}
