using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;

namespace Recto.Pipeline.Scaffolding;

/// <summary><c>recto new experiment NAME</c>: a declaration in a chapter's front matter.</summary>
public static partial class NewExperiment
{
    public static IReadOnlyList<string> Write(NewArguments asked, Workspace workspace, DiagnosticBag bag)
    {
        var book = BookReader.Read(workspace, bag) ?? throw new ReportException(ExitCode.AuthorMistake);
        bag.ThrowIfErrors();
        if (!Names.IsIdentifier(asked.Name) || Names.Reserved.Contains(asked.Name))
        {
            throw Scaffold.Wrong(
                $"'{asked.Name}' cannot name a run: a small letter, then small letters, digits and '_', and no word of expressions"
            );
        }

        if (book.Experiments.TryGetValue(asked.Name, out var taken))
        {
            throw Scaffold.Wrong($"the run '{asked.Name}' is declared already, at {taken.Place}");
        }

        var data = book.Report.Data is [var first, ..]
            ? first
            : throw Scaffold.Wrong($"{ReportReader.File} names no data set; declare one under 'data' first");
        var file = ChapterOf(asked, book).Editions[book.Report.Primary.Code].File;
        var scaffold = new Scaffold(workspace, workspace.Root);
        var declaration = scaffold.Text("experiment.yml", ("id", asked.Name), ("data", data.Name));
        scaffold.Replace(file, With(scaffold.Read(file), declaration, file));
        return
        [
            $"{file}: declares {asked.Name}",
            "next, in the text of each language:",
            $"  {{{{ {asked.Name}.test.mse | fixed 4 }}}}",
            $"  ![what is to be seen](figure:curves \"Caption\"){{#fig-{asked.Name.Replace('_', '-')} runs={asked.Name} metric=loss}}",
        ];
    }

    private static Chapter ChapterOf(NewArguments asked, Book book)
    {
        var folders = book.Chapters.Select(c => c.Folder).ToList();
        return (asked.In, book.Chapters) switch
        {
            (null, [var only]) => only,
            (null, _) => throw Scaffold.Wrong($"say in which chapter: --in NAME; known: {string.Join(", ", folders)}"),
            ({ } name, _) => book.Chapters.FirstOrDefault(c => c.Folder == name)
                ?? throw Scaffold.Wrong($"there is no chapter '{name}'{Suggest.Among(name, folders)}"),
        };
    }

    /// <summary>The chapter with one more run at the end of its experiments.</summary>
    private static string With(string chapter, string declaration, string file)
    {
        var end = chapter.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = chapter.ReplaceLineEndings("\n").Split('\n').ToList();
        var close = lines.FindIndex(1, l => l.TrimEnd() == "---");
        var key = lines.FindIndex(0, close, l => l.StartsWith("experiments:", StringComparison.Ordinal));
        if (key >= 0 && Flow().IsMatch(lines[key]))
        {
            throw Scaffold.Wrong(
                $"{file}({key + 1}): write experiments as one run a line, without braces; nothing was written"
            );
        }

        if (key < 0)
        {
            lines.Insert(key = close, "experiments:");
        }

        var rest = lines.FindIndex(key + 1, l => l.Length > 0 && l[0] is not (' ' or '#'));
        var last = lines.FindLastIndex(rest - 1, rest - key, l => l.StartsWith(' ') || l == lines[key]);
        var run = lines.Skip(key + 1).Take(last - key).Select(l => Indented().Match(l)).FirstOrDefault(m => m.Success);
        var indent = run?.Value ?? "  ";
        lines.InsertRange(last + 1, declaration.TrimEnd().Split('\n').Select(l => indent + l));
        return string.Join(end, lines);
    }

    [GeneratedRegex(@"^experiments:\s*[^\s#]")]
    private static partial Regex Flow();

    [GeneratedRegex(@"^ +(?=[^ #])")]
    private static partial Regex Indented();
}
