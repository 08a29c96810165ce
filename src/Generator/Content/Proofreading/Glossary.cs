using System.Text.RegularExpressions;
using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Proofreading;

/// <summary><c>content/glossary.yml</c>: what each thing is called, in every language, and what it is not called.</summary>
public sealed class Glossary
{
    public const string File = "content/glossary.yml";

    private static readonly MapShape PerLanguage = new([
        .. Language.Known.Select(l => new KeyShape(l.Code, new ListShape(new TextShape()))),
    ]);

    private static readonly MapShape Entry = new([
        .. Language.Known.Select(l => new KeyShape(l.Code, new TextShape(), Required: true)),
        new("also", PerLanguage),
        new("not", PerLanguage),
    ]);

    private readonly Dictionary<string, List<Variant>> variants = [];

    /// <param name="Pattern">Made only for a text that holds the word at all.</param>
    private sealed record Variant(string Word, Lazy<Regex> Pattern, string Right);

    /// <summary>Without rules if there is no such file.</summary>
    public static Glossary Read(ContentFiles files, DiagnosticBag bag)
    {
        var glossary = new Glossary();
        if (
            files.Read(File) is { } source
            && YamlReader.Read(source, bag) is { } yaml
            && ShapeReader.Read(yaml, new ListShape(Entry), "the glossary", bag) is YamlList entries
        )
        {
            glossary.Add([.. entries.Items.Cast<YamlMap>()], bag);
        }

        return glossary;
    }

    /// <summary>Reports terms that this report calls otherwise; quotations and headings keep the source's words.</summary>
    public void Check(ProseLine line, DiagnosticBag bag)
    {
        if (line.Kind == ProseKind.Heading)
        {
            return;
        }

        var held = (variants.GetValueOrDefault(line.Language.Code) ?? []).Where(variant =>
            line.Text.Contains(variant.Word, StringComparison.OrdinalIgnoreCase)
        );
        foreach (var (_, pattern, right) in held)
        {
            foreach (var found in pattern.Value.Matches(line.Text).Where(m => !IsQuoted(line.Text, m.Index)))
            {
                bag.Add(Errors.TermRejected(line.PlaceAt(found.Index), found.Value, right));
            }
        }
    }

    /// <summary>What is quoted is in another's words.</summary>
    private static bool IsQuoted(string text, int at) =>
        text.LastIndexOf('“', at) is >= 0 and var open && text.IndexOf('”', open) > at;

    private void Add(IReadOnlyList<YamlMap> entries, DiagnosticBag bag)
    {
        foreach (var language in Language.Known)
        {
            var terms = new Dictionary<string, Located<string>>(StringComparer.OrdinalIgnoreCase);
            foreach (var term in entries.Select(e => e.Located(language.Code)).Where(t => !terms.TryAdd(t.Value, t)))
            {
                bag.Add(Errors.TermDuplicate(term, terms[term.Value].Place));
            }

            variants[language.Code] = [.. entries.SelectMany(e => Variants(e, language))];
        }
    }

    private static IEnumerable<Variant> Variants(YamlMap entry, Language language) =>
        (entry.MapOrNull("not")?.Texts(language.Code) ?? []).Select(wrong => new Variant(
            wrong.Value,
            new(() => Pattern(wrong.Value, [entry.Text(language.Code), .. Also(entry, language)])),
            entry.Text(language.Code)
        ));

    private static IEnumerable<string> Also(YamlMap entry, Language language) =>
        (entry.MapOrNull("also")?.Texts(language.Code) ?? []).Select(t => t.Value);

    /// <summary>Not where it is a part of a right term; Latin words are whole, in any case, with a plural's s.</summary>
    private static Regex Pattern(string wrong, IEnumerable<string> right)
    {
        var word = Regex.Escape(wrong);
        var holders = right
            .Where(r => r.Contains(wrong, StringComparison.OrdinalIgnoreCase))
            .Select(r =>
                r.IndexOf(wrong, StringComparison.OrdinalIgnoreCase) is var at
                    ? $"(?!(?<={Regex.Escape(r[..at])}){word}{Regex.Escape(r[(at + wrong.Length)..])})"
                    : ""
            );
        return new Regex(
            char.IsAsciiLetter(wrong[0])
                ? $@"(?<![A-Za-z-]){string.Concat(holders)}{word}(?:s|es)?(?![A-Za-z])"
                : string.Concat(holders) + word,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
    }
}
