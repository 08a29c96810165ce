using System.Collections;
using Recto.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Recto.Content.Expressions;

/// <summary>All runs, by id; each is made ready when first asked for.</summary>
internal sealed class RunsObject(IReadOnlyDictionary<string, RunFacts> runs) : ScriptObject
{
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = runs.TryGetValue(member, out var facts) ? FactTree.Of(member, facts) : null;
        return value is not null;
    }
}

/// <summary>A run, or a group of its facts such as <c>test</c>: read-only, unknown names refused, reads recorded.</summary>
/// <param name="name">What an author writes for it: <c>ae.test</c>.</param>
internal class FactObject(string name) : ScriptObject
{
    private readonly SortedDictionary<string, object> members = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>For the sentence about a group where one value is expected.</summary>
    public IReadOnlyCollection<string> Known => members.Keys;

    /// <summary>Adds a <see cref="Fact"/>, a list or a group below a dotted path, or one that is made when it is asked for.</summary>
    public void Add(ReadOnlySpan<string> names, object fact)
    {
        if (names.Length == 1)
        {
            members[names[0]] = fact;
        }
        else
        {
            if (!members.TryGetValue(names[0], out var group))
            {
                members[names[0]] = group = new FactObject($"{name}.{names[0]}");
            }

            ((FactObject)group).Add(names[1..], fact);
        }
    }

    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (!members.TryGetValue(member, out var found))
        {
            throw new ExpressionException(span, at => Errors.FactUnknown(at, $"{name}.{member}", member, Known));
        }

        value = ((FactContext)context!).Read(found is Lazy<object> later ? later.Value : found);
        return true;
    }
}

/// <summary>Values by number from 0: the epochs of a curve, the layers of a model, the seeds of a run.</summary>
/// <param name="at">The <see cref="Fact"/>, list or group of that number, made when it is asked for.</param>
internal sealed class FactList(string name, int count, Func<int, object> at) : IEnumerable
{
    public object At(FactContext context, SourceSpan span, int index) =>
        index >= 0 && index < count
            ? context.Read(at(index))
            : throw new ExpressionException(
                span,
                place => Errors.IndexOutside(place, $"{name}[{Numbers.Fixed(index, 0)}]", count)
            );

    public IEnumerator GetEnumerator() => Enumerable.Range(0, count).Select(at).GetEnumerator();
}
