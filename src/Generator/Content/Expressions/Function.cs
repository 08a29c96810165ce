using Recto.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>A function of an expression: <c>x | fixed 4</c>.</summary>
/// <param name="usage">How it is used, for who used it otherwise.</param>
/// <param name="body">Its value; null where the arguments are not those it takes.</param>
internal sealed class Function(string name, string usage, Func<FunctionCall, object?> body) : IScriptCustomFunction
{
    public string Name => name;

    /// <summary>Its value is true or false.</summary>
    public bool IsTruth { get; init; }

    /// <summary>An argument may be a text.</summary>
    public bool TakesText { get; init; }

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
        var span = callerContext!.Span;
        return body(new FunctionCall((FactContext)context, callerContext, [.. arguments]))
            ?? throw new ExpressionException(span, at => Errors.FunctionMisused(at, name, usage));
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => new(Invoke(context, callerContext, arguments, blockStatement));
}

/// <summary>What a function is given.</summary>
internal sealed record FunctionCall(FactContext Context, ScriptNode Caller, IReadOnlyList<object?> Arguments)
{
    public const int MostDigits = 15;

    private SourceSpan Span => Caller.Span;

    /// <summary>What an argument computes, for readers; empty where a pipe hides it.</summary>
    public string Said(int index) =>
        Arguments[index] is SeededFact seeded ? seeded.Name
        : Caller is ScriptFunctionCall call && call.Arguments.Count == Arguments.Count
            ? Formulas.Of(call.Arguments[index])
        : "";

    /// <summary>A finite number; null if the argument is none.</summary>
    public double? Number(int index)
    {
        if (Arguments[index] is SeededFact seeded)
        {
            throw seeded.Bare(Span);
        }

        return Numbers.Of(Arguments[index]) is not { } x ? null
            : double.IsFinite(x) ? x
            : throw new ExpressionException(Span, Errors.NumberInfinite);
    }

    /// <summary>A count of digits; null if the argument is none.</summary>
    public int? Digits(int index) => Arguments[index] is int digits and >= 0 and <= MostDigits ? digits : null;

    /// <summary>One value a seed, recorded as read, or the only one; null if the argument is no number.</summary>
    public IReadOnlyList<double>? Values(int index)
    {
        if (Arguments[index] is not SeededFact seeded)
        {
            return Number(index) is { } x ? [x] : null;
        }

        Context.Record(seeded);
        return seeded.Measured;
    }
}

/// <summary>A mistake found while an expression is evaluated.</summary>
internal sealed class ExpressionException(SourceSpan span, Func<Place, Diagnostic> mistake)
    : ScriptRuntimeException(span, "")
{
    public Func<Place, Diagnostic> Mistake { get; } = mistake;
}
