using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pipeline.Scaffolding;

/// <summary>The door to what a scaffold is made of (<c>templates/new/</c>) and to the report it is written into.</summary>
/// <param name="root">The report's folder.</param>
public sealed class Scaffold(Workspace home, string root)
{
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>One of the texts, each <c>@word@</c> replaced.</summary>
    public string Text(string name, params IEnumerable<(string Word, string Text)> words) =>
        words.Aggregate(
            File.ReadAllText(Path.Combine(home.Templates, "new", name)).ReplaceLineEndings("\n"),
            (text, word) => text.Replace($"@{word.Word}@", word.Text, StringComparison.Ordinal)
        );

    /// <summary>To be written, relative to the report.</summary>
    public void Add(string path, string text) => files.Add(path, text);

    /// <summary>All of it, or nothing where one of the files is there already.</summary>
    /// <returns>The paths, in order.</returns>
    /// <exception cref="ReportException">Something would be overwritten.</exception>
    public IReadOnlyList<string> Write()
    {
        var taken = files.Keys.Where(path => Path.Exists(Path.Combine(root, path))).ToList();
        if (taken.Count > 0)
        {
            throw Wrong($"{root} has {string.Join(", ", taken)} already; nothing was written");
        }

        foreach (var (path, text) in files)
        {
            Replace(path, text);
        }

        return [.. files.Keys];
    }

    /// <summary>A file as it shall be from now on.</summary>
    public void Replace(string path, string text) => WholeFile.Write(Path.Combine(root, path), text);

    /// <summary>A file as it is, with the line ends it has.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(root, path));

    /// <summary>What was asked for cannot be made.</summary>
    public static ReportException Wrong(string message) => new(ExitCode.AuthorMistake, message);

    /// <summary>A YAML value for these languages: one text, or a map of them.</summary>
    public static string Localized(IReadOnlyList<Language> languages, Func<Language, string> text) =>
        languages is [var only]
            ? Quoted(text(only))
            : $"{{ {string.Join(", ", languages.Select(l => $"{l.Code}: {Quoted(text(l))}"))} }}";

    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A title from a name: <c>20-code-sizes</c> → <c>Code sizes</c>.</summary>
    public static string TitleOf(string name)
    {
        var words = name.TrimStart([.. "0123456789-_."]).Replace('-', ' ').Replace('_', ' ');
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
