using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A part as <c>report.yml</c> declares it → <see cref="Part"/>.</summary>
internal static class PartReader
{
    /// <summary>Null where something in it is wrong (and reported).</summary>
    public static Part? Read(YamlMap map, IReadOnlyList<Language> languages, DiagnosticBag bag)
    {
        var number = (int?)map.WholeOrNull("number");
        var kinds = Kinds(map).ToList();
        if (kinds is not [var kind])
        {
            bag.Add(Errors.PartUnclear(map.Place));
            return null;
        }

        if (kind == PartKind.Chapter)
        {
            return new Part(kind, number, null, [map.Located("chapter")]);
        }

        if (kind == PartKind.Chapters && number is null)
        {
            bag.Add(
                Errors.KeyMissing(map.Place, "a part with chapters", "number", "what its chapters are numbered by")
            );
            return null;
        }

        return Title(map, languages, bag) is { } title ? new Part(kind, number, title, map.Texts("chapters")) : null;
    }

    public static Part? Appendix(YamlMap map, IReadOnlyList<Language> languages, DiagnosticBag bag) =>
        Title(map, languages, bag) is { } title
            ? new Part(PartKind.Appendix, null, title, map.Texts("chapters"))
            : null;

    private static IEnumerable<PartKind> Kinds(YamlMap map)
    {
        if (map.Find("chapters") is not null)
        {
            yield return PartKind.Chapters;
        }

        if (map.Find("chapter") is not null)
        {
            yield return PartKind.Chapter;
        }

        if (map.Flag("contents"))
        {
            yield return PartKind.Contents;
        }
    }

    private static Localized? Title(YamlMap map, IReadOnlyList<Language> languages, DiagnosticBag bag)
    {
        if (map.Find("title") is { } title)
        {
            return LocalizedReader.Read(title, languages, "title", bag);
        }

        bag.Add(Errors.KeyMissing(map.Place, "a part", "title", "its title in each language"));
        return null;
    }
}
