namespace Recto.Content;

/// <summary>The locale table: every word that templates, figures and tables print and no author writes.</summary>
/// <remarks>Read from <c>templates/terms.&lt;lang&gt;.yml</c>, a flat map; each language has the same keys.</remarks>
public sealed record Terms(Language Language, IReadOnlyDictionary<string, string> Words)
{
    /// <exception cref="KeyNotFoundException">No such word: a bug of ours, or of a template.</exception>
    public string this[string key] =>
        Words.TryGetValue(key, out var word)
            ? word
            : throw new KeyNotFoundException($"templates/terms.{Language.Code}.yml has no '{key}'");
}
