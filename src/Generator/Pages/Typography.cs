using System.Text;
using System.Text.RegularExpressions;

namespace Recto.Pages;

/// <summary>The rules of setting Han and Latin on one line that a browser does not know (<c>page/brief.md</c> §3).</summary>
/// <remarks>
/// The line becomes one string in which each piece that is not text is a private-use character, so that a rule is a
/// regular expression that sees across tags.
/// </remarks>
public static partial class Typography
{
    private const char FirstStandIn = '\uE000';
    private const char GlueStart = '\uE010';
    private const char GlueEnd = '\uE011';
    private const char BreakHere = '\uE012';
    private const string WordJoiner = "\u2060";

    /// <summary>The pieces as HTML.</summary>
    public static string Set(IReadOnlyList<Piece> pieces)
    {
        var line = string.Concat(pieces.Select(StandIn));
        line = Spaces().Replace(line, "");
        line = Notes().Replace(line, WordJoiner);
        line = Quotes().Replace(line, BreakHere.ToString());
        line = Punctuated().Replace(line, $"{GlueStart}$0{GlueEnd}");
        return Markup(line, pieces);
    }

    /// <summary>Words alone, as HTML.</summary>
    public static string Set(string words) => Set([Piece.Text(words)]);

    /// <summary>Words alone, where there can be no markup.</summary>
    public static string Plain(string words) => Spaces().Replace(words, "").Replace('\n', ' ');

    private static string StandIn(Piece piece) =>
        piece.Kind == PieceKind.Text
            ? PrivateUse().Replace(piece.Content, "\uFFFD")
            : ((char)(FirstStandIn + (int)piece.Kind)).ToString();

    private static string Markup(string line, IReadOnlyList<Piece> pieces)
    {
        var html = new StringBuilder();
        var others = new Queue<Piece>(pieces.Where(p => p.Kind != PieceKind.Text));
        for (var i = 0; i < line.Length; i++)
        {
            _ = line[i] switch
            {
                GlueStart => html.Append("<span class=\"glue\">"),
                GlueEnd => html.Append("</span>"),
                BreakHere => html.Append("<wbr>"),
                >= FirstStandIn and < GlueStart => html.Append(Other(others.Dequeue(), line, i)),
                var c when Superscript(c) is { } raised => html.Append(Raised(raised, line, i)),
                var c => html.Append(Html.Escape(c.ToString())),
            };
        }

        return html.ToString();
    }

    /// <summary>Characters of exponents, which few fonts have all of: raised by the style sheet instead.</summary>
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    /// <summary>Set as another character, raised.</summary>
    public static bool IsRaised(Rune rune) => rune.IsBmp && Superscript((char)rune.Value) is not null;

    private static char? Superscript(char c) =>
        Superscripts.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? "0123456789\u2212"[at] : null;

    private static string Raised(char c, string line, int at)
    {
        var opens = at == 0 || Superscript(line[at - 1]) is null;
        var closes = at + 1 == line.Length || Superscript(line[at + 1]) is null;
        return $"{(opens ? "<sup>" : "")}{c}{(closes ? "</sup>" : "")}";
    }

    private static string Other(Piece piece, string line, int at)
    {
        if (piece.Kind is not (PieceKind.Maths or PieceKind.LongMaths))
        {
            return piece.Content;
        }

        var left = AfterHan().IsMatch(line[..at]) ? " hl" : "";
        var right = BeforeHan().IsMatch(line[(at + 1)..]) ? " hr" : "";
        return $"<span class=\"math{left}{right}\">{piece.Content}</span>";
    }

    private const string Han = @"[\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]";
    private const string Cjk = @"[\u3000-\u303F\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF00-\uFF65]";
    private const string Stop = @"[\u3000-\u3006\u3008-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]";
    private const string Tags = @"[\uE001\uE010-\uE012]*";

    /// <summary>Letters, digits, formulas, code, marks.</summary>
    private const string Latin = @"[\p{L}\p{N}\uE002-\uE005-[\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]]";

    /// <summary>Typed spaces between Han and Latin, which the browser makes itself; line ends inside Han text.</summary>
    [GeneratedRegex(
        $"(?<={Han}{Tags})[ \n]+(?={Tags}{Latin})|(?<={Latin}{Tags})[ \n]+(?={Tags}{Han})"
            + $"|(?<={Stop}{Tags})[ \n]+|[ \n]+(?={Tags}{Stop})"
            + $"|(?<={Cjk}{Tags})\n|\n(?={Tags}{Cjk})"
    )]
    private static partial Regex Spaces();

    /// <summary>A mark stays with its word.</summary>
    [GeneratedRegex(@"(?<=[^ \n])[ \n]*(?=\uE005)")]
    private static partial Regex Notes();

    /// <summary>Chromium never breaks at a curly quote; between Han and the outside of one it may.</summary>
    [GeneratedRegex($"(?<={Han})(?={Tags}\u201C)|(?<=\u201D{Tags})(?={Han})")]
    private static partial Regex Quotes();

    [GeneratedRegex(
        @"[(\[（［「『《〈“‘]+\uE003[)\]）］」』》〉”’,.;:!?%，。、；：！？…]*|\uE003[)\]）］」』》〉”’,.;:!?%，。、；：！？…]+"
    )]
    private static partial Regex Punctuated();

    [GeneratedRegex($"{Han}{Tags}$")]
    private static partial Regex AfterHan();

    [GeneratedRegex($"^{Tags}{Han}")]
    private static partial Regex BeforeHan();

    [GeneratedRegex(@"[\uE000-\uF8FF]")]
    private static partial Regex PrivateUse();
}
