using System.Diagnostics.CodeAnalysis;
using Recto.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>A metric that several seeds measured: its statistics by name, and for itself no number.</summary>
internal sealed class SeededFact : FactObject, IScriptCustomBinaryOperation, IScriptCustomUnaryOperation
{
    /// <param name="path">Below each run: <c>test.mse</c>.</param>
    /// <param name="seeds">Their ids.</param>
    /// <param name="values">One a seed.</param>
    public SeededFact(string run, string path, IReadOnlyList<string> seeds, IReadOnlyList<double> values)
        : base($"{run}.{path}")
    {
        Measured = values;
        Sources = [.. values.Select((value, i) => new Measurement(seeds[i], path, value))];
        foreach (var (name, of) in Statistics)
        {
            Add([name], new Fact(Name, of(values), Sources, IsSpread: true));
        }

        Add(["all"], new FactList($"{Name}.all", values.Count, One));
    }

    /// <summary>What can be asked of several values besides each of them.</summary>
    public static IReadOnlyList<(string Name, Func<IReadOnlyList<double>, double> Of)> Statistics { get; } =
    [("mean", Spread.Mean), ("sd", Spread.Deviation), ("min", values => values.Min()), ("max", values => values.Max())];

    public IReadOnlyList<double> Measured { get; }

    public IReadOnlyList<Measurement> Sources { get; }

    /// <summary>As a number it would be some seed's, and nobody would know whose.</summary>
    public ExpressionException Bare(SourceSpan span) => new(span, at => Errors.SeedsUnsaid(at, Name, Measured.Count));

    public bool TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object? leftValue,
        SourceSpan rightSpan,
        object? rightValue,
        [NotNullWhen(true)] out object? result
    ) => throw (leftValue as SeededFact ?? this).Bare(leftValue is SeededFact ? leftSpan : rightSpan);

    public bool TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptUnaryOperator op,
        object rightValue,
        out object result
    ) => throw Bare(span);

    private Fact One(int index) => new($"{Name}.all[{Numbers.Whole(index)}]", Measured[index], [Sources[index]]);
}
