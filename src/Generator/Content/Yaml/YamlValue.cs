using Recto.Diagnostics;

namespace Recto.Content.Yaml;

/// <summary>A YAML value that knows where it was written.</summary>
public abstract record YamlValue(Place Place);

/// <param name="Text">Without quotes; a number or truth value as it was typed.</param>
/// <param name="Quoted">Then it is a text, whatever it looks like.</param>
public sealed record YamlScalar(string Text, bool Quoted, Place Place) : YamlValue(Place)
{
    public Located<string> Located => new(Text, Place);

    /// <summary><c>key:</c> with nothing after it.</summary>
    public bool IsEmpty => !Quoted && Text is "" or "~" or "null";
}

public sealed record YamlList(IReadOnlyList<YamlValue> Items, Place Place) : YamlValue(Place);

/// <param name="Entries">In the order written; no two with one key.</param>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, Place Place) : YamlValue(Place)
{
    public YamlValue? Find(string key) => Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;
}

public sealed record YamlEntry(Located<string> Key, YamlValue Value);
