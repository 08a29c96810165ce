using System.Collections.Concurrent;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>A parsed expression: one value, made of runs' facts, arithmetic, comparisons and our functions.</summary>
/// <param name="Body">Absent where the text is no such expression.</param>
/// <param name="Names">The names it starts from, runs and functions, sorted.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record Expression(ScriptExpression? Body, IReadOnlyList<string> Names, ExpressionProblem? Problem)
{
    /// <summary>The value is true or false.</summary>
    public bool IsTruth { get; private init; }

    private static readonly ConcurrentDictionary<string, Expression> Parsed = new(StringComparer.Ordinal);

    /// <summary>Each text is parsed once in a process.</summary>
    public static Expression Of(string text) => Parsed.GetOrAdd(text, Parse);

    private static Expression Parse(string text)
    {
        // A line feed ends a Scriban statement; ours may run over a paragraph's lines.
        var line = text.Replace('\n', ' ');
        var template = Template.Parse(line, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly });
        if (template.HasErrors)
        {
            return Wrong(Syntax(template.Messages, text.Length));
        }

        var statements = template.Page?.Body?.Statements;
        return statements switch
        {
            null or { Count: 0 } => Wrong(new(0, "an expression was expected")),
            { Count: > 1 } => Wrong(new(statements[1].Span.Start.Offset, "here a second expression starts")),
            _ when statements[0] is ScriptExpressionStatement { Expression: { } body } => Checked(body),
            _ => Wrong(new(0, "an expression was expected, this is a statement")),
        };
    }

    /// <summary>Scriban gives no place to what is missing at the end.</summary>
    private static ExpressionProblem Syntax(LogMessageBag messages, int end)
    {
        var first = messages.FirstOrDefault(m => m.Span.Start.Offset >= 0) ?? messages[0];
        return new(first.Span.Start.Offset < 0 ? end : first.Span.Start.Offset, first.Message.TrimEnd('.'));
    }

    private static Expression Checked(ScriptExpression body)
    {
        var checker = new ExpressionChecker();
        var isTruth = checker.Check(body);
        return checker.Problem is { } problem
            ? Wrong(problem)
            : new Expression(body, [.. checker.Names], null) { IsTruth = isTruth };
    }

    private static Expression Wrong(ExpressionProblem problem) => new(null, [], problem);
}

/// <param name="Offset">0-based, in the expression's text.</param>
internal sealed record ExpressionProblem(int Offset, string Message);
