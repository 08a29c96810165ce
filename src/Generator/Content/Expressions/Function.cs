using Recto.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>A function of a number and, for some, a count of digits: <c>x | fixed 4</c>.</summary>
internal sealed class Function(string name, bool digits, Func<double, int, object> body) : IScriptCustomFunction
{
    private const int MostDigits = 15;

    public string Name => name;

    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "x");

    public object? Invoke(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    )
    {
        var usage = digits ? $"x | {name} 4" : $"x | {name}";
        if (
            arguments.Count != (digits ? 2 : 1)
            || Numbers.Of(arguments[0]) is not { } x
            || (digits ? arguments[1] as int? : 0) is not (>= 0 and <= MostDigits)
        )
        {
            throw new ExpressionException(callerContext!.Span, at => Errors.FunctionMisused(at, name, usage));
        }

        return double.IsFinite(x)
            ? body(x, digits ? (int)arguments[1]! : 0)
            : throw new ExpressionException(callerContext!.Span, Errors.NumberInfinite);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => new(Invoke(context, callerContext, arguments, blockStatement));
}

/// <summary>A mistake found while an expression is evaluated.</summary>
internal sealed class ExpressionException(SourceSpan span, Func<Place, Diagnostic> mistake)
    : ScriptRuntimeException(span, "")
{
    public Func<Place, Diagnostic> Mistake { get; } = mistake;
}
