using System.Globalization;
using Markdig.Syntax;
using Recto.Content;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>Collects the works that a chapter cites, numbered in order of first citation.</summary>
public sealed class Citations
{
    private readonly List<string> keys;

    private Citations(IEnumerable<string> keys) => this.keys = [.. keys];

    public IReadOnlyList<string> Keys => keys;

    /// <summary>None yet; all in a chapter that lists them, where each has its number in that list.</summary>
    public static Citations Of(Edition edition, Book book) => new(ListsAll(edition) ? book.References.Keys : []);

    /// <summary>A list of the works cited would say again what the text does.</summary>
    public static bool ListsAll(Edition edition) => edition.Body.Descendants<BibliographyBlock>().Any();

    public string Number(string key)
    {
        if (!keys.Contains(key))
        {
            keys.Add(key);
        }

        return (keys.IndexOf(key) + 1).ToString(CultureInfo.InvariantCulture);
    }
}
