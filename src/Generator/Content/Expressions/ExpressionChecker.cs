using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>Lets pass what is an expression over runs: no assignment, no loop, nothing that Scriban would bend into shape.</summary>
internal sealed class ExpressionChecker
{
    private enum Kind
    {
        Value,
        Text,
        Truth,
    }

    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The first one found.</summary>
    public ExpressionProblem? Problem { get; private set; }

    /// <returns>Whether the value is true or false.</returns>
    public bool Check(ScriptExpression body) => KindOf(body) == Kind.Truth;

    private Kind KindOf(ScriptNode? node)
    {
        switch (node)
        {
            case ScriptLiteral { Value: string }:
                return Kind.Text;
            case ScriptLiteral { Value: bool }:
                return Kind.Truth;
            case ScriptLiteral { Value: int or long or double }:
                return Kind.Value;
            case ScriptVariableGlobal name:
                Names.Add(name.Name);
                return Kind.Value;
            case ScriptNestedExpression nested:
                return KindOf(nested.Expression);
            case ScriptMemberExpression { DotToken.Value: "." } member:
                return KindOf(member.Target);
            case ScriptIndexerExpression indexer:
                Number(indexer.Index);
                return indexer.Index is ScriptUnaryExpression
                    ? Refuse(indexer.Index, "is no number of an epoch: they count from 0")
                    : KindOf(indexer.Target);
            case ScriptUnaryExpression unary:
                return Unary(unary);
            case ScriptBinaryExpression binary:
                return Binary(binary);
            case ScriptConditionalExpression conditional:
                Truth(conditional.Condition);
                KindOf(conditional.ElseValue);
                return KindOf(conditional.ThenValue);
            case ScriptPipeCall pipe:
                Number(pipe.From);
                return KindOf(pipe.To);
            case ScriptFunctionCall call:
                return Call(call);
            default:
                return Refuse(node, "is more than an expression over runs may hold");
        }
    }

    private Kind Call(ScriptFunctionCall call)
    {
        var function = Functions.Find(call.Target?.ToString() ?? "");
        foreach (var argument in call.Arguments)
        {
            if (function is not { TakesText: true } || argument is not ScriptLiteral { Value: string })
            {
                Number(argument);
            }
        }

        KindOf(call.Target);
        return function is { IsTruth: true } ? Kind.Truth : Kind.Value;
    }

    private Kind Unary(ScriptUnaryExpression unary)
    {
        switch (unary.Operator)
        {
            case ScriptUnaryOperator.Not:
                Truth(unary.Right);
                return Kind.Truth;
            case ScriptUnaryOperator.Negate:
                Number(unary.Right);
                return Kind.Value;
            default:
                return Refuse(unary, "is more than an expression over runs may hold");
        }
    }

    private Kind Binary(ScriptBinaryExpression binary)
    {
        switch (binary.Operator)
        {
            case ScriptBinaryOperator.And or ScriptBinaryOperator.Or:
                Truth(binary.Left);
                Truth(binary.Right);
                return Kind.Truth;
            case ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual:
                KindOf(binary.Left);
                KindOf(binary.Right);
                return Kind.Truth;
            case ScriptBinaryOperator.CompareLess
            or ScriptBinaryOperator.CompareLessOrEqual
            or ScriptBinaryOperator.CompareGreater
            or ScriptBinaryOperator.CompareGreaterOrEqual:
                Number(binary.Left);
                Number(binary.Right);
                return Kind.Truth;
            case ScriptBinaryOperator.Add
            or ScriptBinaryOperator.Subtract
            or ScriptBinaryOperator.Multiply
            or ScriptBinaryOperator.Divide:
                Number(binary.Left);
                Number(binary.Right);
                return Kind.Value;
            default:
                return Refuse(binary, "is more than an expression over runs may hold");
        }
    }

    private void Number(ScriptNode? node)
    {
        switch (KindOf(node))
        {
            case Kind.Truth:
                Refuse(
                    node,
                    "is a truth value where a number is expected; a call needs parentheses of its own: (abs (x)) < 1"
                );
                break;
            case Kind.Text:
                Refuse(node, "is a text where a number is expected");
                break;
        }
    }

    private void Truth(ScriptNode? node)
    {
        if (KindOf(node) != Kind.Truth)
        {
            Refuse(node, "is no truth value; write a comparison");
        }
    }

    private Kind Refuse(ScriptNode? node, string why)
    {
        Problem ??= new ExpressionProblem(Math.Max(0, node?.Span.Start.Offset ?? 0), $"'{node}' {why}");
        return Kind.Value;
    }
}
