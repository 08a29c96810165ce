using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Recto.Figures;

/// <summary>Words of a locale table that remember which of them were asked for: a figure owes nothing to the others.</summary>
internal sealed class HeardWords(IReadOnlyDictionary<string, string> words) : IReadOnlyDictionary<string, string>
{
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);

    /// <summary>Sorted; also those that there are not.</summary>
    public IEnumerable<string> Asked => asked.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> Keys => All.Keys;

    public IEnumerable<string> Values => All.Values;

    public int Count => All.Count;

    /// <summary>Who goes through them has heard all.</summary>
    private IReadOnlyDictionary<string, string> All
    {
        get
        {
            words.Keys.ToList().ForEach(key => asked[key] = true);
            return words;
        }
    }

    public string this[string key] => TryGetValue(key, out var word) ? word : words[key];

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        asked[key] = true;
        return words.TryGetValue(key, out value);
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
