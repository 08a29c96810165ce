using System.Globalization;

namespace Recto.Pages;

/// <summary>Collects the works that a chapter cites, numbered in order of first citation.</summary>
public sealed class Citations
{
    private readonly List<string> keys = [];

    public IReadOnlyList<string> Keys => keys;

    public string Number(string key)
    {
        if (!keys.Contains(key))
        {
            keys.Add(key);
        }

        return (keys.IndexOf(key) + 1).ToString(CultureInfo.InvariantCulture);
    }
}
