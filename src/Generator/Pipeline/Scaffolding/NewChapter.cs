using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Pipeline.Scaffolding;

/// <summary><c>recto new chapter NAME</c>: a file in each language, and a place after the last numbered chapter.</summary>
public static class NewChapter
{
    public static IReadOnlyList<string> Write(NewArguments asked, Workspace workspace, DiagnosticBag bag)
    {
        if (!ReportShape.IsChapter(asked.Name))
        {
            throw Scaffold.Wrong(
                $"'{asked.Name}' must be a folder name of small letters, digits and '-', such as 20-results"
            );
        }

        var report =
            ReportReader.Read(new ContentFiles(workspace, bag), bag)
            ?? throw new ReportException(ExitCode.AuthorMistake);
        if (Directory.Exists(Path.Combine(workspace.Content, asked.Name)))
        {
            throw Scaffold.Wrong($"there is a folder content/{asked.Name} already; nothing was written");
        }

        var scaffold = new Scaffold(workspace, workspace.Root);
        foreach (var language in report.Languages)
        {
            var title = asked.Title ?? Scaffold.TitleOf(asked.Name);
            scaffold.Add(
                $"content/{asked.Name}/{language.Code}.md",
                scaffold
                    .Text($"chapter.{language.Code}.md", ("id", IdOf(asked.Name)))
                    .Replace("title: @title@", $"title: {Scaffold.Quoted(title)}", StringComparison.Ordinal)
                    .Replace("@title@", title, StringComparison.Ordinal)
            );
        }

        var last = report.Parts.LastOrDefault(p => p.Kind == PartKind.Chapters)?.Chapters[^1];
        var written = scaffold.Write();
        if (last is null)
        {
            return [.. written, $"next: name it in {ReportReader.File}, such as - {{ chapter: {asked.Name} }}"];
        }

        scaffold.Replace(ReportReader.File, After(last, asked.Name, scaffold.Read(ReportReader.File)));
        return [.. written, $"{ReportReader.File}: named after {last.Value}"];
    }

    /// <summary>The file with one more item after that one, in the list's own style.</summary>
    private static string After(Located<string> item, string name, string file)
    {
        var lines = file.Split('\n');
        var (line, at) = (lines[item.Place.Line - 1], item.Place.Column - 1);
        lines[item.Place.Line - 1] = line[..at].Trim() is "-"
            ? $"{line}\n{line[..at]}{name}{(line.EndsWith('\r') ? "\r" : "")}"
            : line.Insert(at + item.Value.Length, $", {name}");
        return string.Join('\n', lines);
    }

    /// <summary>Both languages share it; digits at a name's head only sort it.</summary>
    private static string IdOf(string name) =>
        name.TrimStart([.. "0123456789-"]) is { Length: > 0 } id ? id : "c" + name;
}
