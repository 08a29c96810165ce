using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Recto.Diagnostics;
using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>Evaluates <c>{{ … }}</c> and the tests of claims: strict, read-only, the same on every machine.</summary>
public static class Evaluator
{
    /// <summary>Values that were found before: a page, its print, its search entry and its tallies ask for the same.</summary>
    private static readonly ConditionalWeakTable<
        IReadOnlyDictionary<string, RunFacts>,
        ConcurrentDictionary<string, Evaluated>
    > Found = [];

    /// <summary>The value and its text, or null where something is wrong with it (and reported).</summary>
    /// <remarks>A number that is not whole says how it is printed: <c>| fixed 4</c>.</remarks>
    /// <param name="runs">By id: those an expression may name.</param>
    public static Evaluated? Evaluate(
        Located<string> expression,
        IReadOnlyDictionary<string, RunFacts> runs,
        Language language,
        DiagnosticBag bag
    )
    {
        var known = Found.GetOrCreateValue(runs);
        return known.GetValueOrDefault(expression.Value) is { } value ? value
            : Afresh(expression, runs, bag) is { } found ? known.GetOrAdd(expression.Value, found)
            : null;
    }

    private static Evaluated? Afresh(
        Located<string> expression,
        IReadOnlyDictionary<string, RunFacts> runs,
        DiagnosticBag bag
    )
    {
        var parsed = Expression.Of(expression.Value);
        if (parsed.Body is null)
        {
            bag.Add(Errors.ExpressionInvalid(PlaceAt(expression, parsed.Problem!.Offset), parsed.Problem.Message));
            return null;
        }

        var context = new FactContext(runs);
        try
        {
            var value = parsed.IsTruth ? Truths.Of(parsed.Body, context) : context.Evaluate(parsed.Body);
            return Printed(value, context, expression, bag);
        }
        catch (ScriptRuntimeException e)
        {
            bag.Add(Mistake(e, PlaceAt(expression, e.Span.Start.Offset)));
            return null;
        }
    }

    /// <summary>The run ids that an expression names, sorted; none if it cannot be read.</summary>
    public static IReadOnlyList<string> Runs(Located<string> expression) =>
        [.. Expression.Of(expression.Value).Names.Where(n => !Names.Reserved.Contains(n))];

    /// <summary>Whether the value is true or false, and no number or text; null if the expression cannot be read.</summary>
    public static bool? IsTruth(Located<string> expression)
    {
        var parsed = Expression.Of(expression.Value);
        return parsed.Body is null ? null : parsed.IsTruth;
    }

    /// <summary>The expression for readers: what it computes, without how that is printed.</summary>
    public static string Said(Located<string> expression) =>
        Expression.Of(expression.Value).Body is { } body ? Formulas.Of(body) : expression.Value;

    private static Place PlaceAt(Located<string> expression, int offset) => SourceText.Of(expression).PlaceAt(offset);

    private static Diagnostic Mistake(ScriptRuntimeException e, Place place) =>
        (e as ExpressionException ?? e.InnerException as ExpressionException)?.Mistake(place)
        ?? Errors.ExpressionInvalid(place, Sentence(e.OriginalMessage.TrimEnd('.', ' ')));

    /// <summary>Scriban's own, but where it would print a stand-in's value.</summary>
    private static string Sentence(string message) =>
        message.Contains("member on the primitive", StringComparison.Ordinal)
            ? "a single value has no members"
            : message;

    private static Evaluated? Printed(object? value, FactContext context, Located<string> expression, DiagnosticBag bag)
    {
        switch (value)
        {
            case string text:
                return context.Told(text, text);
            case bool truth:
                return context.Told(truth ? "true" : "false", truth);
            case int or long:
                var whole = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                return context.Told(Numbers.Whole(whole), whole);
            case double:
                bag.Add(Errors.NumberUnformatted(expression));
                return null;
            case SeededFact seeded:
                bag.Add(Errors.SeedsUnsaid(expression.Place, seeded.Name, seeded.Measured.Count));
                return null;
            case FactObject group:
                bag.Add(Errors.FactIncomplete(expression, group.Known));
                return null;
            default:
                bag.Add(Errors.ExpressionInvalid(expression.Place, $"'{expression.Value}' is not a single value"));
                return null;
        }
    }
}
