using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>Evaluates tests that are joined by and, or, not: each of them, also where one alone would decide.</summary>
internal static class Truths
{
    public static object? Of(ScriptNode node, FactContext context, bool isNegated = false)
    {
        switch (node)
        {
            case ScriptNestedExpression nested:
                return Of(nested.Expression!, context, isNegated);
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not:
                return !Holds(not.Right, !isNegated);
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.And } both:
                return Holds(both.Left, isNegated) & Holds(both.Right, isNegated);
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.Or } either:
                return Holds(either.Left, isNegated) | Holds(either.Right, isNegated);
            default:
                context.IsNegated = isNegated;
                return context.Evaluate(node);
        }

        bool Holds(ScriptNode? part, bool negated) => (bool)Of(part!, context, negated)!;
    }
}
