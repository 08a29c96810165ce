using System.Globalization;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A chapter's files, front matter read, bodies not yet: those may name what any chapter declares.</summary>
/// <param name="Editions">Primary language first.</param>
internal sealed record ChapterText(string Folder, string Number, Part Part, IReadOnlyList<EditionText> Editions)
{
    public FrontMatter Primary => Editions[0].Front;
}

/// <param name="Head">The front matter, as it was typed.</param>
/// <param name="Body">The file, its front matter blanked.</param>
internal sealed record EditionText(Language Language, string Head, SourceText Body, FrontMatter Front);

/// <summary>The chapters that <c>report.yml</c> names → their files.</summary>
internal sealed class ChapterTexts(Report report, ContentFiles files, DiagnosticBag bag)
{
    private readonly HashSet<string> seen = [];

    /// <summary>Numbered in their parts; without drafts and those that cannot be read.</summary>
    public IReadOnlyList<ChapterText> Read() => [.. report.Parts.SelectMany(Chapters)];

    private IEnumerable<ChapterText> Chapters(Part part)
    {
        var count = 0;
        foreach (var folder in part.Chapters.Where(f => seen.Add(f.Value)))
        {
            var editions = Editions(folder);
            if (editions is [{ } first, ..] && first.Language == report.Primary && !first.Front.Draft)
            {
                count++;
                yield return new ChapterText(folder.Value, Number(part, count), part, editions);
            }
        }
    }

    private static string Number(Part part, int count) =>
        part.Kind switch
        {
            PartKind.Appendix => ((char)('A' + count - 1)).ToString(),
            PartKind.Chapter => part.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
            _ => string.Create(CultureInfo.InvariantCulture, $"{part.Number}.{count}"),
        };

    private IReadOnlyList<EditionText> Editions(Located<string> folder)
    {
        var known = files.Chapters();
        if (known.Contains(folder.Value))
        {
            return [.. report.Languages.Select(l => Edition(folder, l)).OfType<EditionText>()];
        }

        bag.Add(Errors.ChapterMissing(folder, known));
        return [];
    }

    private EditionText? Edition(Located<string> folder, Language language)
    {
        var isPrimary = language == report.Primary;
        var path = FileOf(folder, language);
        if (files.Read(path) is not { } source)
        {
            bag.Add(isPrimary ? Errors.EditionMissing(folder, path) : Errors.TranslationMissing(folder.Place, path));
            return null;
        }

        var front = FrontMatterReader.Read(source, isPrimary ? null : FileOf(folder, report.Primary), bag);
        return front is null
            ? null
            : new EditionText(language, FrontMatterReader.Head(source), FrontMatterReader.Body(source), front);
    }

    private static string FileOf(Located<string> folder, Language language) =>
        $"content/{folder.Value}/{language.Code}.md";
}
