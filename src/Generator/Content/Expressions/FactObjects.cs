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
internal sealed class FactObject(string run, string path) : ScriptObject
{
    private readonly SortedDictionary<string, object> members = new(StringComparer.Ordinal);

    /// <summary>Adds a fact below a dotted path.</summary>
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
                members[names[0]] = group = new FactObject(run, Below(names[0]));
            }

            ((FactObject)group).Add(names[1..], fact);
        }
    }

    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (!members.TryGetValue(member, out value))
        {
            throw new ExpressionException(span, at => Errors.FactUnknown(at, $"{run}.{Below(member)}", member, Known));
        }

        if (value is not (FactObject or FactList))
        {
            ((FactContext)context!).Record(new Measurement(run, Below(member)));
        }

        return true;
    }

    /// <summary>For the sentence about a group where one value is expected.</summary>
    public IReadOnlyCollection<string> Known => members.Keys;

    private string Below(string member) => path.Length == 0 ? member : $"{path}.{member}";
}

/// <summary>Values by number from 0: the epochs of a curve, the layers of a model.</summary>
internal sealed class FactList(string run, string path, IReadOnlyList<object> values) : IEnumerable
{
    public int Count => values.Count;

    public object At(FactContext context, SourceSpan span, int index)
    {
        var shown = $"{path}[{Numbers.Fixed(index, 0)}]";
        if (index < 0 || index >= values.Count)
        {
            throw new ExpressionException(span, at => Errors.IndexOutside(at, $"{run}.{shown}", values.Count));
        }

        if (values[index] is not FactObject)
        {
            context.Record(new Measurement(run, shown));
        }

        return values[index];
    }

    public IEnumerator GetEnumerator() => values.GetEnumerator();
}
