using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary><c>terms.&lt;lang&gt;.yml</c> of the templates → <see cref="Terms"/>.</summary>
public static class TermsReader
{
    private static readonly TableShape Words = new(new TextShape(), new TextShape());

    /// <summary>The words of a report's languages: ours, and what its own tables change or add.</summary>
    public static IReadOnlyList<Terms> Read(Workspace workspace, IReadOnlyList<Language> languages, DiagnosticBag bag)
    {
        var ours = languages.Select(l => Read(workspace.Templates, l, bag)).ToList();
        var folder = Path.Combine(workspace.Root, "templates");
        return workspace.Root == workspace.Home ? ours : Overlaid(ours, folder, bag);
    }

    private static List<Terms> Overlaid(List<Terms> ours, string folder, DiagnosticBag bag)
    {
        var own = ours.ToDictionary(
            t => t.Language,
            t => File.Exists(Path.Combine(folder, FileOf(t.Language))) ? Table(folder, t.Language, bag) : null
        );
        var added = own.Values.SelectMany(t => t?.Entries ?? []).Where(e => !ours[0].Words.ContainsKey(e.Key.Value));
        foreach (var (key, _) in added.ToList())
        {
            foreach (var (language, _) in own.Where(t => t.Value?.Find(key.Value) is null))
            {
                bag.Add(Errors.TermMissing(key, Shown(folder, language)));
            }
        }

        return [.. ours.Select(t => own[t.Language] is { } table ? With(t, table) : t)];
    }

    private static Terms With(Terms terms, YamlMap own) =>
        terms with
        {
            Words = WordsOf(own).Concat(terms.Words).DistinctBy(w => w.Key).ToDictionary(),
        };

    private static IEnumerable<KeyValuePair<string, string>> WordsOf(YamlMap? table) =>
        (table?.Entries ?? []).Select(e => KeyValuePair.Create(e.Key.Value, ((YamlScalar)e.Value).Text));

    /// <summary>The words of a language; all have the same keys, and what one lacks is reported where another has it.</summary>
    /// <param name="folder">Absolute.</param>
    public static Terms Read(string folder, Language language, DiagnosticBag bag)
    {
        var tables = Language.Known.ToDictionary(l => l, l => Table(folder, l, bag));
        CheckKeys(folder, language, tables, bag);
        return new Terms(language, WordsOf(tables[language]).ToDictionary());
    }

    private static YamlMap? Table(string folder, Language language, DiagnosticBag bag)
    {
        var path = Path.Combine(folder, FileOf(language));
        if (!File.Exists(path))
        {
            bag.Add(Errors.TermsMissing(Place.Top(Shown(folder, language))));
            return null;
        }

        return
            YamlReader.Read(ContentFiles.Decode(File.ReadAllBytes(path), Shown(folder, language), bag), bag) is { } yaml
            ? ShapeReader.Read(yaml, Words, "the locale table", bag) as YamlMap
            : null;
    }

    private static void CheckKeys(
        string folder,
        Language language,
        Dictionary<Language, YamlMap?> tables,
        DiagnosticBag bag
    )
    {
        if (tables[language] is not { } table)
        {
            return;
        }

        var own = table.Entries.Select(e => e.Key.Value).ToHashSet();
        var others = tables.Where(t => t.Key != language).SelectMany(t => t.Value?.Entries ?? []);
        foreach (var (key, _) in others.Where(e => !own.Contains(e.Key.Value)))
        {
            bag.Add(Errors.TermMissing(key, Shown(folder, language)));
        }
    }

    private static string FileOf(Language language) => $"terms.{language.Code}.yml";

    /// <summary>As diagnostics name it: without the part of the path that differs between machines.</summary>
    private static string Shown(string folder, Language language) =>
        $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{FileOf(language)}";
}
