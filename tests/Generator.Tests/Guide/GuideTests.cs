using System.Text.RegularExpressions;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Guide;

/// <summary>Every command, file and answer that the guide shows, tried as a reader would: one chapter after the other, in each language.</summary>
public static partial class GuideTests
{
    private const string Tutorial = "first-report";

    /// <summary>Made from examples that <see cref="Diagnostics.CatalogueTests"/> try.</summary>
    private const string Errors = "errors";

    [Fact]
    public static Task Whoever_follows_it_sees_what_it_shows() => FollowAsync("en", isHasty: false);

    /// <summary>Its commands and answers are the other's, see below; its files are its own.</summary>
    [Fact]
    public static Task Whoever_follows_it_in_Chinese_writes_a_report_without_mistakes() =>
        FollowAsync("zh", isHasty: true);

    private static async Task FollowAsync(string language, bool isHasty)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the guide's commands are those of a POSIX shell");
        using var tutorial = new GuideReader { IsHasty = isHasty };
        var wrong = (await tutorial.FollowAsync(GuideBook.Snippets(Tutorial, language))).ToList();
        var others = GuideBook.Book.Chapters.Select(c => c.Folder).Where(f => f is not (Tutorial or Errors));
        foreach (var found in await Task.WhenAll(others.Select(chapter => Continued(tutorial, chapter, language))))
        {
            wrong.AddRange(found);
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        Assert.Equal(!isHasty, File.Exists(tutorial[$"site/report.{language}.pdf"]));
    }

    private static async Task<IReadOnlyList<string>> Continued(GuideReader tutorial, string chapter, string language)
    {
        using var reader = new GuideReader(tutorial) { IsHasty = tutorial.IsHasty };
        var last = new Snippet("sh", "", "./build.sh check --root ../digits\n", new Place(chapter, 1, 1));
        return await reader.FollowAsync([.. GuideBook.Snippets(chapter, language), last]);
    }

    [Fact]
    public static void Both_languages_show_the_same_commands_and_files()
    {
        foreach (var chapter in GuideBook.Book.Chapters.Select(c => c.Folder))
        {
            var (en, zh) = (GuideBook.Snippets(chapter, "en"), GuideBook.Snippets(chapter, "zh"));
            Assert.Equal(en.Select(Kind), zh.Select(Kind));
        }

        static string Kind(Snippet snippet) =>
            $"{snippet.Grammar} {snippet.Label}\n{(snippet.Grammar is "sh" or "text" ? Neutral(snippet.Text) : "")}".Replace(
                "zh",
                "en",
                StringComparison.Ordinal
            );
    }

    /// <summary>It draws a figure with the class that it shows.</summary>
    [Fact]
    public static void Code_of_its_own_is_what_it_shows()
    {
        var files = Directory.EnumerateFiles(Path.Combine(GuideBook.Root, "src"), "*.cs", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var path = Path.GetRelativePath(GuideBook.Root, file).Replace('\\', '/');
            Assert.Equal(
                File.ReadAllText(file).ReplaceLineEndings("\n"),
                GuideBook.Snippets("extending", "en").Single(s => s.Label == path).Text
            );
        }
    }

    /// <summary>Titles and columns are a language's own.</summary>
    private static string Neutral(string text) => Own().Replace(text, "…");

    [GeneratedRegex("""\(\d+,\d+\)|--title "[^"]*"( --languages zh)?|'[^' ]*[\u4E00-\u9FFF][^']*'""")]
    private static partial Regex Own();

    [Theory]
    [InlineData("a\nb\n", "a\nb\n", true)]
    [InlineData("a\nb\n", "a\nc\n", false)]
    [InlineData("a … c\n", "a 12 c\n", true)]
    [InlineData("a\n…\nd\n", "a\nb\nc\nd\n", true)]
    [InlineData("a\n…\nd\n", "a\nd\n", true)]
    [InlineData("a\n…\nd\n", "a\nb\n", false)]
    public static void An_answer_is_compared_line_by_line(string shown, string output, bool expected) =>
        Assert.Equal(expected, GuideReader.Answers(shown, output));

    [Theory]
    [InlineData("a: 1\nb:\n  c: 1\n", "d: 2\n", "a: 1\nb:\n  c: 1\nd: 2\n")]
    [InlineData("b:\n  c: 1\n  d:\n    e: 1\n", "b:\n  d: 2\n  f: 3\n", "b:\n  c: 1\n  d: 2\n  f: 3\n")]
    [InlineData("# x\na: 1\n", "a: 2\n", "# x\na: 2\n")]
    public static void Front_matter_is_edited_key_by_key(string file, string added, string expected) =>
        Assert.Equal(expected, YamlText.Merged(file, added));

    [Fact]
    public static async Task A_snippet_that_nothing_tries_is_wrong()
    {
        using var reader = new GuideReader();
        var wrong = await reader.FollowAsync([new Snippet("yaml", "", "a: 1\n", new Place("x.md", 3, 1))]);
        Assert.Equal(["x.md(3,1): nothing tries this snippet"], wrong);
    }

    [Fact]
    public static async Task The_guide_itself_has_no_mistakes()
    {
        using var reader = new GuideReader();
        var place = new Place("docs", 1, 1);
        var check = new Snippet("sh", "", $"./build.sh check --root '{GuideBook.Root}'\n", place);
        Assert.Empty(await reader.FollowAsync([check, new Snippet("text", "", "check: nothing wrong\n", place)]));
    }
}
