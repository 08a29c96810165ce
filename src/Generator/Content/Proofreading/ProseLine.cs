using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content.Proofreading;

/// <summary>The words of one paragraph, title, cell or caption on one line; what is no prose is a stand-in.</summary>
public sealed class ProseLine
{
    /// <summary>Code, a formula, a value, a citation, a marked number: words end at it.</summary>
    public const char StandIn = '\uFFFC';

    private readonly List<(int Start, Place Place)> pieces = [];
    private readonly System.Text.StringBuilder text = new();

    private ProseLine(Language language, ProseKind kind) => (Language, Kind) = (language, kind);

    public Language Language { get; }

    public ProseKind Kind { get; }

    public string Text => text.ToString();

    /// <param name="file">The edition's.</param>
    public static ProseLine Of(ContainerInline inlines, string file, Language language, ProseKind kind)
    {
        var line = new ProseLine(language, kind);
        line.Add(inlines, file);
        return line;
    }

    /// <summary>Where a character of the text was written.</summary>
    public Place PlaceAt(int index)
    {
        var (start, place) = pieces.FindLast(p => p.Start <= index);
        return place with { Column = place.Column + index - start };
    }

    private void Add(Inline inline, string file)
    {
        var words = inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            LineBreakInline => " ",
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            ContainerInline => "",
            _ => StandIn.ToString(),
        };
        if (words.Length > 0)
        {
            pieces.Add((text.Length, Places.Of(file, inline)));
            text.Append(words);
        }

        foreach (var inner in inline as ContainerInline ?? Enumerable.Empty<Inline>())
        {
            Add(inner, file);
        }
    }
}

public enum ProseKind
{
    Text,

    /// <summary>Of a chapter or a section: names, which keep what the source calls them.</summary>
    Heading,

    /// <summary>What the source says, in a claim.</summary>
    Claim,
}
