using System.Text.RegularExpressions;

namespace Recto.Tests.Content;

/// <summary>One case of a file in <c>Mistakes/</c>: a title, texts to write, and the errors that must follow.</summary>
internal sealed partial record Mistake(string Title, IReadOnlyList<(string Name, string Text)> Blocks)
{
    public string Expected => Blocks.Single(b => b.Name == "errors").Text;

    public static string Folder { get; } =
        Path.Combine(Repository.Root, "tests", "Generator.Tests", "Content", "Mistakes");

    public static IReadOnlyList<Mistake> Read(string file) =>
        [.. Case().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(Of)];

    private static Mistake Of(Match match) =>
        new(match.Groups["title"].Value, [.. Fence().Matches(match.Groups["blocks"].Value).Select(Block)]);

    /// <summary>What the tiny report answers when the case's blocks are written into it.</summary>
    public string Answer()
    {
        using var report = new TinyReport();
        foreach (var (name, text) in Blocks.Where(b => b.Name != "errors"))
        {
            report.Write(PathOf(name), Whole(name, text));
        }

        report.Read();
        return report.Mistakes.Replace(TinyReport.Chapter, "", StringComparison.Ordinal);
    }

    public void Accept(string file, string answer)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var errors =
            text.IndexOf(
                "\n~~~errors\n",
                text.IndexOf($"\n## {Title}\n", StringComparison.Ordinal),
                StringComparison.Ordinal
            ) + "\n~~~errors\n".Length;
        var end = text.IndexOf("~~~", errors, StringComparison.Ordinal);
        File.WriteAllText(path, text[..errors] + answer + text[end..]);
    }

    private static string PathOf(string name) =>
        name switch
        {
            "run" or "body" => $"{TinyReport.Chapter}zh.md",
            _ when name.Contains('/', StringComparison.Ordinal) => name.TrimEnd('+'),
            _ => TinyReport.Chapter + name,
        };

    /// <summary><c>run</c> is the declaration of run a, its first line 5; <c>body</c> follows the heading, its first line 10.</summary>
    private static string Whole(string name, string text) =>
        name switch
        {
            "run" => $"---\ntitle: 题\nexperiments:\n  a:\n{Indented(text)}---\n# 题 {{#top}}\n",
            "body" => TinyReport.Head + text,
            "content/report.yml+" => TinyReport.Report + text,
            _ => text,
        };

    private static string Indented(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => $"    {line}\n"));

    private static (string Name, string Text) Block(Match fence) =>
        (fence.Groups["name"].Value, fence.Groups["text"].Value);

    [GeneratedRegex(@"^## (?<title>.+)\n(?<blocks>(~~~\S+\n([^~].*\n|\n)*~~~(\n|\z))+)", RegexOptions.Multiline)]
    private static partial Regex Case();

    [GeneratedRegex(@"^~~~(?<name>\S+)\n(?<text>.*?)^~~~$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
