using Recto.Diagnostics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Recto.Pages;

/// <summary>Finds members that a template asks for and no page has, before any page is written, and whatever branch they stand in.</summary>
/// <param name="words">Of the locale tables: what <c>t</c> has.</param>
internal sealed class TemplateMembers(IReadOnlySet<string> words, DiagnosticBag bag) : ScriptVisitor
{
    /// <summary>Words whose members are known; others are found when a page is written.</summary>
    private readonly Dictionary<string, Type> known = new(StringComparer.Ordinal)
    {
        ["report"] = typeof(ReportModel),
        ["page"] = typeof(PageModel),
        ["nav"] = typeof(IReadOnlyList<NavPart>),
        ["chapter"] = typeof(ChapterModel),
        ["chapters"] = typeof(IReadOnlyList<ChapterModel>),
    };

    /// <summary>Within a loop, its variable hides a word of that name.</summary>
    public override void Visit(ScriptForStatement node)
    {
        var name = (node.Variable as ScriptVariable)?.Name ?? "";
        var hidden = known.GetValueOrDefault(name);
        Set(name, Element(TypeOf(node.Iterator)));
        base.Visit(node);
        Set(name, hidden);
    }

    private void Set(string name, Type? type)
    {
        known.Remove(name);
        if (type is not null)
        {
            known[name] = type;
        }
    }

    public override void Visit(ScriptMemberExpression node)
    {
        base.Visit(node);
        var name = node.Member!.Name; // The parser refuses a dot without a name.
        if (node.Target is ScriptVariable { Name: "t" })
        {
            Expect(words.Contains(name), node, words);
        }
        else if (TypeOf(node.Target) is { } type && type.Namespace == typeof(PageModel).Namespace)
        {
            Expect(
                Member(type, name) is not null,
                node,
                type.GetProperties().Select(p => StandardMemberRenamer.Rename(p.Name))
            );
        }
    }

    private void Expect(bool has, ScriptMemberExpression node, IEnumerable<string> members)
    {
        if (!has)
        {
            bag.Add(
                Errors.TemplateInvalid(
                    Templates.PlaceOf(node.Member!.Span),
                    $"'{node.Target}' has no '{node.Member.Name}'{Suggest.Among(node.Member.Name, members)}"
                )
            );
        }
    }

    /// <summary>Nothing where it cannot be said.</summary>
    private Type? TypeOf(ScriptNode? expression) =>
        expression switch
        {
            ScriptVariable variable => known.GetValueOrDefault(variable.Name),
            ScriptMemberExpression member when TypeOf(member.Target) is { } type => Member(type, member.Member!.Name),
            ScriptIndexerExpression indexer => Element(TypeOf(indexer.Target)),
            _ => null,
        };

    private static Type? Member(Type type, string name) =>
        type.GetProperties().FirstOrDefault(p => StandardMemberRenamer.Rename(p.Name) == name)?.PropertyType;

    private static Type? Element(Type? list) =>
        list is { IsGenericType: true } && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? list.GetGenericArguments()[0]
            : null;
}
