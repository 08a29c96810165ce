using System.Text;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;

namespace Recto.Pdf;

/// <summary>
/// The gate before a PDF is printed: our fonts have every character of its text. Else Chromium would take one from
/// whatever font this machine has, or draw a box.
/// </summary>
public static class GlyphChecks
{
    public static void Check(
        IReadOnlyList<PrintEdition> prints,
        Book book,
        Workspace workspace,
        PassedChecks passed,
        DiagnosticBag bag
    )
    {
        // npm's fonts are what its lock file says.
        var lockFile = Path.Combine(workspace.Assets, ".package-lock.json");
        var installed = File.Exists(lockFile) ? FileDigests.OfFile(lockFile) : "";
        var fonts = new Lazy<FontCoverage>(() => new FontCoverage(workspace.Assets));
        foreach (var print in prints)
        {
            var missing = new List<(Rune Rune, Diagnostic Mistake)>();
            foreach (var piece in PrintText.Pieces(Encoding.UTF8.GetString(print.Content)))
            {
                var found = new DiagnosticBag();
                passed.Check(["glyphs", piece, installed], found, own => Check(piece, print.Language, missing, own));
            }

            // Told once, though every chapter that has it is wrong.
            missing.DistinctBy(m => m.Rune).ToList().ForEach(m => bag.Add(m.Mistake));
        }

        if (fonts.IsValueCreated)
        {
            fonts.Value.Dispose();
        }

        void Check(string piece, Language language, List<(Rune, Diagnostic)> missing, DiagnosticBag own)
        {
            var characters = PrintText
                .Of(piece)
                .SelectMany(text => text.Text.EnumerateRunes().Select(rune => (text.Chapter, text.Setting, Rune: rune)))
                .ToHashSet();
            foreach (var (chapter, setting, rune) in characters)
            {
                if (!fonts.Value.Has(rune, setting))
                {
                    var place = PlaceOf(rune, chapter, language, book, workspace);
                    var mistake = Errors.PdfGlyphMissing(place, rune, FontCoverage.Names(setting));
                    own.Add(mistake);
                    missing.Add((rune, mistake));
                }
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
