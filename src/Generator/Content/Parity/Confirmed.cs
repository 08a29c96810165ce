using System.Text;
using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Parity;

/// <summary>A section in a language other than the primary one.</summary>
/// <param name="Chapter">Its folder.</param>
public sealed record TranslatedSection(string Chapter, string Language, string Id);

/// <summary><c>content/translations.yml</c>: against which original each translated section was confirmed.</summary>
/// <remarks>A line a section, so that branches that confirm different ones merge; written by <c>recto confirm</c> alone.</remarks>
public static class Confirmed
{
    public const string File = "content/translations.yml";

    private const string Head = """
        # Digests of the original that each translated section was last confirmed to agree with.
        # `recto confirm` writes this file; after a merge that went wrong, confirm again.

        """;

    private static readonly TextShape Name = new();

    private static readonly TableShape Shape = new(
        Name,
        new TableShape(
            Name,
            new TableShape(Name, new TextShape("[0-9a-f]{12}", "12 hex digits, as 'recto confirm' writes them"))
        )
    );

    /// <summary>Null where there is no such file: nobody keeps watch over the translations then.</summary>
    public static IReadOnlyDictionary<TranslatedSection, string>? Read(ContentFiles files, DiagnosticBag bag) =>
        files.Read(File) is { } source
        && YamlReader.Read(source, bag) is { } yaml
        && ShapeReader.Read(yaml, Shape, "the confirmed translations", bag) is YamlMap chapters
            ? Entries(chapters).ToDictionary()
            : null;

    private static IEnumerable<KeyValuePair<TranslatedSection, string>> Entries(YamlMap chapters) =>
        from chapter in chapters.Entries
        from language in ((YamlMap)chapter.Value).Entries
        from section in ((YamlMap)language.Value).Entries
        select KeyValuePair.Create(
            new TranslatedSection(chapter.Key.Value, language.Key.Value, section.Key.Value),
            ((YamlScalar)section.Value).Text
        );

    /// <summary>The file; chapters and languages sorted, sections in the order given.</summary>
    public static string Write(IEnumerable<KeyValuePair<TranslatedSection, string>> confirmed)
    {
        var text = new StringBuilder(Head);
        var (chapter, language) = ("", "");
        foreach (var (section, digest) in Sorted(confirmed))
        {
            if (section.Chapter != chapter)
            {
                text.Append($"{section.Chapter}:\n");
                (chapter, language) = (section.Chapter, "");
            }

            if (section.Language != language)
            {
                text.Append($"  {section.Language}:\n");
                language = section.Language;
            }

            text.Append($"    {section.Id}: {digest}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<KeyValuePair<TranslatedSection, string>> Sorted(
        IEnumerable<KeyValuePair<TranslatedSection, string>> confirmed
    ) =>
        confirmed
            .OrderBy(c => c.Key.Chapter, StringComparer.Ordinal)
            .ThenBy(c => c.Key.Language, StringComparer.Ordinal);
}
