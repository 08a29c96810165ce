using Recto.Diagnostics;

namespace Recto.Content.Proofreading;

/// <summary>Reads all prose of a book, before anything is trained.</summary>
public static class Proofreader
{
    public static void Check(Book book, Workspace workspace, DiagnosticBag bag)
    {
        var files = new ContentFiles(workspace, bag);
        var numbers = NumberWords.Read(files, bag);
        var sections = book.Chapters.Select(c => c.Number).ToHashSet();
        var glossary = Glossary.Read(files, bag);
        foreach (var line in ProseLines.Of(book, new DiagnosticBag())) // what is wrong in its Markdown is told already
        {
            var words = numbers.GetValueOrDefault(line.Language.Code, NumberWords.None);
            NumberLint.Check(line, words with { Sections = sections }, bag);
            glossary.Check(line, bag);
            Punctuation.Check(line, bag);
        }
    }
}
