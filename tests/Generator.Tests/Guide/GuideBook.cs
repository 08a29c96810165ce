using Markdig.Syntax;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Tests.Guide;

/// <summary>A fenced block of the guide.</summary>
/// <param name="Label">What stands after its language, and is printed above it: a file's name, for most.</param>
internal sealed record Snippet(string Grammar, string Label, string Text, Place Place)
{
    /// <summary>What is shown of the answer to the command before it.</summary>
    public bool IsAnswer => Grammar == "text" && Label.Length == 0;
}

/// <summary>The guide in <c>docs/</c>, as its readers find it.</summary>
internal static class GuideBook
{
    public static string Root { get; } = Path.Combine(Repository.Root, "docs");

    public static Workspace Workspace { get; } =
        new(Repository.Root, Root, Path.Combine(Repository.Root, "site", "guide"));

    private static readonly Lazy<Book> Found = new(Read);

    public static Book Book => Found.Value;

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<Snippet> Snippets(string chapter, string language)
    {
        var edition = Book.Chapters.Single(c => c.Folder == chapter).Editions[language];
        return
        [
            .. edition
                .Body.Descendants<FencedCodeBlock>()
                .Where(f => f is not Markdig.Extensions.Mathematics.MathBlock)
                .Select(f => new Snippet(
                    f.Info ?? "",
                    f.Arguments?.Trim() ?? "",
                    f.Lines.ToString().TrimEnd('\n') + "\n",
                    new Place(edition.File, f.Line + 1, 1)
                )),
        ];
    }

    private static Book Read()
    {
        var bag = new DiagnosticBag();
        return BookReader.Read(Workspace, bag) ?? throw new InvalidOperationException($"{bag.Sorted()[0]}");
    }
}
