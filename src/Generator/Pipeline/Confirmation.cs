using System.Globalization;
using Recto.Content;
using Recto.Content.Parity;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary><c>recto confirm</c>: someone has read both languages, and they agree.</summary>
public static class Confirmation
{
    /// <summary>Writes <c>content/translations.yml</c>; says what was confirmed.</summary>
    /// <param name="names"><c>chapter</c> or <c>chapter#section</c>; null for all.</param>
    /// <exception cref="ReportException">No such section, or the report has mistakes.</exception>
    public static string Make(Workspace workspace, IReadOnlySet<string>? names, DiagnosticBag bag)
    {
        var mistakes = new DiagnosticBag();
        var book = BookReader.Read(workspace, mistakes);
        if (book is null || mistakes.HasErrors)
        {
            bag.Add(mistakes);
            throw new ReportException(ExitCode.AuthorMistake);
        }

        var all = Translations.Of(book);
        Check(names, all);
        var before = Confirmed.Read(new ContentFiles(workspace, mistakes), mistakes) ?? Nothing;
        var confirmed = all.Where(t => IsNamed(t, names) || before.ContainsKey(t.Section))
            .ToDictionary(t => t.Section, t => IsNamed(t, names) ? t.Digest : before[t.Section]);
        WholeFile.Write(Path.Combine(workspace.Root, Confirmed.File), Confirmed.Write(confirmed));
        var changed = confirmed.Where(c => before.GetValueOrDefault(c.Key) != c.Value).Select(c => c.Key).ToList();
        return Told(changed, all.Count);
    }

    private static readonly Dictionary<TranslatedSection, string> Nothing = [];

    private static bool IsNamed(Translation t, IReadOnlySet<string>? names) =>
        names is null || names.Contains(t.Section.Chapter) || names.Contains($"{t.Section.Chapter}#{t.Section.Id}");

    private static void Check(IReadOnlySet<string>? names, IReadOnlyList<Translation> all)
    {
        var known = all.SelectMany(t => new[] { t.Section.Chapter, $"{t.Section.Chapter}#{t.Section.Id}" }).ToHashSet();
        if (names?.FirstOrDefault(name => !known.Contains(name)) is { } stranger)
        {
            throw new ReportException(
                ExitCode.AuthorMistake,
                $"no translated chapter or section is called '{stranger}'{Suggest.Among(stranger, known)}"
            );
        }
    }

    private static string Told(List<TranslatedSection> changed, int all) =>
        changed.Count == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"nothing to confirm: {all} translated sections are as they were"
            )
            : string.Join('\n', changed.Select(s => $"confirmed {s.Chapter}#{s.Id} ({s.Language})"));
}
