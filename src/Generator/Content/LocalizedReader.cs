using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A map of languages → a text in each of the report's languages.</summary>
public static class LocalizedReader
{
    /// <param name="map">Completed by <see cref="ReportShape.Localized"/>.</param>
    /// <param name="name">For the error: what is missing a language.</param>
    public static Localized? Read(YamlMap map, IReadOnlyList<Language> languages, string name, DiagnosticBag bag)
    {
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
}
