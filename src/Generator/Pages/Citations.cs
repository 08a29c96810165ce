using System.Globalization;

namespace Recto.Pages;

/// <summary>Collects the works that a chapter cites, numbered in order of first citation.</summary>
/// <param name="known">Of a chapter that lists all works: then each has its number in that list.</param>
public sealed class Citations(IEnumerable<string> known)
{
    private readonly List<string> keys = [.. known];

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
