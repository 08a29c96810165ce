using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>What stands in <c>{#id key=value}</c>, with places.</summary>
internal sealed class Attributes
{
    private readonly HtmlAttributes? attributes;
    private readonly SourceText source;
    private readonly int from;

    /// <param name="owner">Of the attributes.</param>
    /// <param name="from">Offset in the file after which they are written.</param>
    public Attributes(MarkdownObject owner, SourceText source, int from)
    {
        attributes = owner.TryGetAttributes();
        this.source = source;
        this.from = from;
    }

    public string Id => attributes?.Id ?? "";

    private IEnumerable<KeyValuePair<string, string?>> Properties => attributes?.Properties ?? [];

    public string? Find(string name) => Properties.FirstOrDefault(p => p.Key == name).Value;

    public Located<string>? Located(string name) => Find(name) is { } value ? new(value, ValuePlace(name)) : null;

    /// <summary>The words of a value, each where it stands.</summary>
    public IReadOnlyList<Located<string>> Words(string name)
    {
        var start = source.OffsetOf(ValuePlace(name));
        var words = new List<Located<string>>();
        foreach (var part in (Find(name) ?? "").Split(' '))
        {
            words.Add(new Located<string>(part, source.PlaceAt(start)));
            start += part.Length + 1;
        }

        return [.. words.Where(w => w.Value.Length > 0)];
    }

    /// <summary>Reports names that are not among the known, and those that come twice.</summary>
    public void Check(IReadOnlyList<string> known, DiagnosticBag bag)
    {
        foreach (var (name, _) in Properties.Where(p => !known.Contains(p.Key)))
        {
            bag.Add(Errors.AttributeUnknown(new(name, NamePlace(name)), known));
        }

        foreach (var again in Properties.GroupBy(p => p.Key).Where(g => g.Count() > 1))
        {
            bag.Add(Errors.AttributeDuplicate(new(again.Key, NamePlace(again.Key))));
        }

        foreach (var name in attributes?.Classes?.Where(c => !IsMarkdigs(c)) ?? [])
        {
            bag.Add(Errors.AttributeUnknown(new($".{name}", source.PlaceAt(Offset($".{name}"))), known));
        }
    }

    /// <summary>Of a fence with a language, and of a formula.</summary>
    private static bool IsMarkdigs(string name) =>
        name == "math" || name.StartsWith("language-", StringComparison.Ordinal);

    /// <summary>All names, for a block that knows none.</summary>
    public IEnumerable<string> Names => Properties.Select(p => p.Key);

    private Place NamePlace(string name) => source.PlaceAt(Offset($"{name}="));

    private Place ValuePlace(string name)
    {
        var value = Offset($"{name}=") + name.Length + 1;
        var isQuoted = value < source.Text.Length && source.Text[value] is ('"' or '\'');
        return source.PlaceAt(isQuoted ? value + 1 : value);
    }

    private int Offset(string text)
    {
        for (var at = from; (at = source.Text.IndexOf(text, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (at == 0 || char.IsWhiteSpace(source.Text[at - 1]) || source.Text[at - 1] == '{')
            {
                return at;
            }
        }

        return from;
    }
}
