using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Diagnostics;

/// <summary>Every diagnostic is explained, with an example that causes it and a mend that does not.</summary>
/// <remarks>With <c>RECTO_ACCEPT=1</c> the guide's chapters are written anew.</remarks>
public static partial class CatalogueTests
{
    public static TheoryData<string> Shown =>
        [.. Catalogue.Entries.Where(e => e.Elsewhere is null).Select(e => e.Code)];

    public static TheoryData<string> Elsewhere =>
        [.. Catalogue.Entries.Where(e => e.Elsewhere is not null).Select(e => e.Code)];

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>>> Answers = new(() =>
        Check(e => e.Wrong)
    );

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>>> Mended = new(() =>
        Check(e => e.Right)
    );

    [Fact]
    public static void Each_code_has_an_entry_and_each_entry_a_code()
    {
        var codes = Sources()
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(m => m.Groups["code"].Value))
            .ToHashSet();
        var known = Catalogue.Entries.Select(e => e.Code).ToHashSet();
        Assert.Empty(codes.Except(known));
        Assert.Empty(known.Except(codes));
        Assert.True(codes.Count > 100);
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public static void An_example_is_answered_with_its_code_and_no_other(string code) =>
        Assert.Equal([code], Answers.Value[code].Select(d => d.Code).Distinct());

    [Theory]
    [MemberData(nameof(Shown))]
    public static void A_mend_is_answered_with_nothing(string code) => Assert.Empty(Mended.Value[code]);

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public static void What_no_example_shows_a_test_does(string code)
    {
        var entry = Catalogue.Entries.Single(e => e.Code == code);
        Assert.Empty(entry.Wrong);
        Assert.Matches($@"\b{code}\b", File.ReadAllText(Path.Combine(Repository.Root, entry.Elsewhere!)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public static void The_guide_s_chapter_is_made_from_the_catalogue(string language)
    {
        var file = Path.Combine(Repository.Root, "docs", "content", "errors", $"{language}.md");
        var chapter = CatalogueChapter.Of(language, Answers.Value);
        if (Environment.GetEnvironmentVariable("RECTO_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, chapter);
        }
        else
        {
            Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), chapter);
        }
    }

    private static ConcurrentDictionary<string, IReadOnlyList<Diagnostic>> Check(
        Func<CatalogueEntry, IReadOnlyDictionary<string, string>> example
    )
    {
        var answers = new ConcurrentDictionary<string, IReadOnlyList<Diagnostic>>();
        Parallel.ForEach(
            Catalogue.Entries.Where(e => e.Elsewhere is null),
            entry => answers[entry.Code] = CatalogueReport.Check(entry.With.Concat(example(entry)).ToDictionary())
        );
        return answers;
    }

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "Generator", "Diagnostics"), "Errors*.cs")
            .Concat(
                Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Experiments", "Contract"), "*Checks.cs")
            );

    /// <summary>The first argument of a factory, or of a problem in the contract's checks.</summary>
    [GeneratedRegex(@"(?:Error|Warning|new|SpecProblem)\(\s*""(?<code>[a-z]+(?:-[a-z]+)+)""")]
    private static partial Regex Code();
}
