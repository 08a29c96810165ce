using System.Text;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;

namespace Recto.Pdf;

/// <summary>
/// The gate before a PDF is printed: our fonts have every character of its text. Else Chromium would take one from
/// whatever font this machine has, or draw a box.
/// </summary>
public static class GlyphChecks
{
    public static void Check(IReadOnlyList<PrintEdition> prints, Book book, Workspace workspace, DiagnosticBag bag)
    {
        using var fonts = new FontCoverage(workspace.Assets);
        foreach (var print in prints)
        {
            var missing = PrintText
                .Of(Encoding.UTF8.GetString(print.Content))
                .GroupBy(text => (text.Chapter, text.Setting))
                .SelectMany(same =>
                    same.SelectMany(text => text.Text.EnumerateRunes())
                        .Distinct()
                        .Select(rune => (same.Key.Chapter, same.Key.Setting, Rune: rune))
                )
                .Where(c => !fonts.Has(c.Rune, c.Setting))
                .DistinctBy(c => c.Rune);
            foreach (var (chapter, setting, rune) in missing)
            {
                bag.Add(
                    Errors.PdfGlyphMissing(
                        PlaceOf(rune, chapter, print.Language, book, workspace),
                        rune,
                        FontCoverage.Names(setting)
                    )
                );
            }
        }
    }

    /// <summary>Where the author, or we, wrote it; a number's letters are written nowhere, so there only the file is known.</summary>
    private static Place PlaceOf(Rune rune, string chapter, Language language, Book book, Workspace workspace)
    {
        var own = book.Chapters.FirstOrDefault(c => c.Folder == chapter)?.In(language, book.Report).File;
        string[] files =
        [
            .. own is null ? [] : new[] { own },
            "content/report.yml",
            "content/references.yml",
            $"templates/terms.{language.Code}.yml",
            .. Directory
                .EnumerateFiles(workspace.Templates, "*.html")
                .Select(f => "templates/" + Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];
        return files.Select(file => Find(rune, file, workspace)).FirstOrDefault(place => place is not null)
            ?? Place.Top(own ?? "content/report.yml");
    }

    private static Place? Find(Rune rune, string file, Workspace workspace)
    {
        var root = file.StartsWith("templates/", StringComparison.Ordinal) ? workspace.Home : workspace.Root;
        var path = Path.Combine(root, file);
        return !File.Exists(path)
            ? null
            : File.ReadLines(path)
                .Index()
                .Select(line =>
                    (Line: line.Index, Column: line.Item.IndexOf(rune.ToString(), StringComparison.Ordinal))
                )
                .Where(found => found.Column >= 0)
                .Select(found => new Place(file, found.Line + 1, found.Column + 1))
                .FirstOrDefault();
    }
}
