using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A map of languages, or one text → a text in each of the report's languages.</summary>
public static class LocalizedReader
{
    /// <param name="value">Completed by <see cref="ReportShape.Localized"/>.</param>
    /// <param name="name">For the error: what is missing a language.</param>
    public static Localized? Read(YamlValue value, IReadOnlyList<Language> languages, string name, DiagnosticBag bag)
    {
        var map = value as YamlMap ?? Alone((YamlScalar)value, languages);
        var missing = languages.Where(l => map.Find(l.Code) is null).ToList();
        missing.ForEach(l => bag.Add(Errors.KeyMissing(map.Place, name, l.Code, $"its text in {l.Name}")));
        var texts = languages.Except(missing).ToDictionary(l => l.Code, l => map.Located(l.Code));
        return missing.Count > 0
            ? null
            : new Localized(texts.ToDictionary(t => t.Key, t => t.Value.Value))
            {
                Places = texts.ToDictionary(t => t.Key, t => t.Value.Place),
            };
    }

    /// <summary>One text is the primary language's; where there are others, theirs are missing.</summary>
    private static YamlMap Alone(YamlScalar text, IReadOnlyList<Language> languages) =>
        new([.. languages.Take(1).Select(l => new YamlEntry(new(l.Code, text.Place), text))], text.Place);
}
