using System.Text;
using TextMateSharp.Grammars;
using TextMateSharp.Registry;

namespace Recto.Pages;

/// <summary>Code → HTML with one-letter classes: c comment, s string, m number, k keyword, kt type, nf function, nc class, nt tag, o operator.</summary>
public static class Highlighter
{
    private static readonly Lock Gate = new();
    private static readonly RegistryOptions Options = new(ThemeName.LightPlus);
    private static readonly Registry Grammars = new(Options);

    /// <summary>TextMate scope, or its beginning → class; the innermost scope that is listed decides.</summary>
    private static readonly (string Scope, string Class)[] Classes =
    [
        ("comment", "c"),
        ("punctuation.definition.comment", "c"),
        ("punctuation.definition.string", "s"),
        ("string", "s"),
        ("meta.interpolation", ""),
        ("constant.numeric", "m"),
        ("constant.language", "k"),
        ("constant.character", "s"),
        ("keyword.type", "kt"),
        ("keyword.operator.expression", "k"),
        ("keyword.operator", "o"),
        ("keyword", "k"),
        ("storage.type", "k"),
        ("storage.modifier", "k"),
        ("entity.name.function", "nf"),
        ("entity.name.type", "nc"),
        ("entity.name.tag", "nt"),
        ("support.type.property-name", "nt"),
    ];

    /// <summary>The lines of the code, without their ends; plain where the grammar is not known.</summary>
    public static IReadOnlyList<string> Lines(string code, string grammar)
    {
        var lines = code.TrimEnd('\n').Split('\n');
        lock (Gate)
        {
            return Options.GetScopeByLanguageId(grammar) is { } scope && Grammars.LoadGrammar(scope) is { } found
                ? Tokenized(lines, found)
                : [.. lines.Select(Html.Escape)];
        }
    }

    private static List<string> Tokenized(string[] lines, IGrammar grammar)
    {
        var html = new List<string>();
        IStateStack? state = null;
        foreach (var line in lines)
        {
            var result = grammar.TokenizeLine(line, state, TimeSpan.MaxValue);
            state = result.RuleStack;
            html.Add(Line(line, result.Tokens));
        }

        return html;
    }

    /// <summary>Neighbours of one class share an element.</summary>
    private static string Line(string line, IReadOnlyList<IToken> tokens)
    {
        var html = new StringBuilder();
        var open = "";
        foreach (var token in tokens)
        {
            var end = Math.Min(token.EndIndex, line.Length);
            var text = line[Math.Min(token.StartIndex, end)..end];
            var name = string.IsNullOrWhiteSpace(text) ? open : Class(token.Scopes);
            if (name != open)
            {
                html.Append(open.Length > 0 ? "</span>" : "").Append(name.Length > 0 ? $"<span class=\"{name}\">" : "");
                open = name;
            }

            html.Append(Html.Escape(text));
        }

        return html.Append(open.Length > 0 ? "</span>" : "").ToString();
    }

    private static string Class(List<string> scopes)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            foreach (var (scope, name) in Classes)
            {
                if (scopes[i] == scope || scopes[i].StartsWith(scope + ".", StringComparison.Ordinal))
                {
                    return name;
                }
            }
        }

        return "";
    }
}
