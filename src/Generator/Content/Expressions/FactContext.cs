using Recto.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Recto.Content.Expressions;

/// <summary>One evaluation: Scriban with everything lenient switched off, and a list of what was read.</summary>
internal sealed class FactContext : TemplateContext
{
    private readonly HashSet<Measurement> read = [];
    private readonly List<FactRead> facts = [];
    private readonly List<Tolerance> tolerances = [];

    public FactContext(IReadOnlyDictionary<string, RunFacts> runs)
        : base(Functions.All, StringComparer.Ordinal)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableNullIndexer = false;
        LoopLimit = 1;
        RecursiveLimit = 50;
        MemberFilter = _ => false;
        TryGetVariable = (TemplateContext _, SourceSpan span, ScriptVariable variable, out object? value) =>
            throw new ExpressionException(
                span,
                at => Errors.NameUnknown(new(variable.Name, at), runs.Keys.Concat(Functions.Names))
            );
        PushGlobal(new RunsObject(runs));
    }

    /// <summary>What is evaluated now must not hold for the whole to hold.</summary>
    public bool IsNegated { get; set; }

    /// <summary>The value with what went into it.</summary>
    public Evaluated Told(string text, object? value) =>
        new(
            text,
            value,
            [.. read.OrderBy(m => m.Run, StringComparer.Ordinal).ThenBy(m => m.Path, StringComparer.Ordinal)]
        )
        {
            Facts = [.. facts.Distinct()],
            Tolerances = [.. tolerances],
        };

    /// <summary>What an expression goes on with: a fact's value, which is recorded as read, or a group or list itself.</summary>
    public object Read(object found)
    {
        if (found is not Fact fact)
        {
            return found;
        }

        Record(fact.Name, fact.IsSpread, fact.Sources);
        return fact.Value;
    }

    /// <summary>All seeds of it were read at once.</summary>
    public void Record(SeededFact fact) => Record(fact.Name, isSpread: true, fact.Sources);

    public void Record(Tolerance tolerance) => tolerances.Add(tolerance);

    private void Record(string name, bool isSpread, IReadOnlyList<Measurement> sources)
    {
        facts.Add(new FactRead(name, isSpread));
        read.UnionWith(sources);
    }

    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is FactList ? FactListAccessor.Instance : base.GetListAccessorImpl(target, type);

    private sealed class FactListAccessor : IListAccessor
    {
        public static FactListAccessor Instance { get; } = new();

        public int GetLength(TemplateContext context, SourceSpan span, object target) => int.MaxValue;

        public object GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
            ((FactList)target).At((FactContext)context, span, index);

        public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) =>
            throw new InvalidOperationException("facts are read-only");
    }
}
