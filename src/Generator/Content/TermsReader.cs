using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary><c>terms.&lt;lang&gt;.yml</c> of the templates → <see cref="Terms"/>.</summary>
public static class TermsReader
{
    private static readonly TableShape Words = new(new TextShape(), new TextShape());

    /// <summary>The words of a language; all have the same keys, and what one lacks is reported where another has it.</summary>
    /// <param name="folder">Absolute.</param>
    public static Terms Read(string folder, Language language, DiagnosticBag bag)
    {
        var tables = Language.Known.ToDictionary(l => l, l => Table(folder, l, bag));
        CheckKeys(folder, language, tables, bag);
        var words = tables[language]?.Entries ?? [];
        return new Terms(language, words.ToDictionary(e => e.Key.Value, e => ((YamlScalar)e.Value).Text));
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
