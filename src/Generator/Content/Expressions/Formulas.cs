using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>Writes an expression as readers know it: <c>√(ae.test.mse)</c> and not <c>ae.test.mse | sqrt | fixed 4</c>.</summary>
internal static class Formulas
{
    public static string Of(ScriptNode? node) =>
        node switch
        {
            ScriptPipeCall pipe => Piped(pipe.From!, pipe.To!),
            ScriptFunctionCall { Arguments: [var only, ..] } call => Of(NameOf(call), Bare(only)) ?? call.ToString(),
            ScriptNestedExpression nested => $"({Of(nested.Expression)})",
            ScriptUnaryExpression { Operator: ScriptUnaryOperator.Negate } negated => $"−{Of(negated.Right)}",
            ScriptBinaryExpression binary => $"{Of(binary.Left)} {Sign(binary)} {Of(binary.Right)}",
            null => "",
            _ => node.ToString() ?? "",
        };

    /// <summary>Pipes hang to the right: the rest of one is a function, or a pipe that begins with one.</summary>
    private static string Piped(ScriptNode from, ScriptNode to)
    {
        var first = Of(NameOf(to is ScriptPipeCall rest ? rest.From! : to), Bare(from)) ?? Of(from);
        while (to is ScriptPipeCall { To: { } next })
        {
            first = Of(NameOf(next is ScriptPipeCall more ? more.From! : next), first) ?? first;
            to = next;
        }

        return first;
    }

    private static string Bare(ScriptNode node) => Of(node is ScriptNestedExpression nested ? nested.Expression : node);

    /// <summary>Null where the function only prints, or tests.</summary>
    private static string? Of(string function, string argument) =>
        function switch
        {
            "sqrt" or "math.sqrt" => $"√({argument})",
            "abs" or "math.abs" => $"|{argument}|",
            _ => null,
        };

    private static string NameOf(ScriptNode function) =>
        (function is ScriptFunctionCall call ? call.Target : function)?.ToString() ?? "";

    private static string Sign(ScriptBinaryExpression binary) =>
        binary.Operator switch
        {
            ScriptBinaryOperator.Multiply => "×",
            ScriptBinaryOperator.Subtract => "−",
            _ => binary.OperatorToken?.Value ?? binary.Operator.ToText(),
        };
}
