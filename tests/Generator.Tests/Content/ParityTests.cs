using Xunit;

namespace Recto.Tests.Content;

/// <summary>Both languages of a chapter have the same sections, and in each the same things that are not words.</summary>
public static class ParityTests
{
    private const string Chinese = """
        ## 甲 {#one}

        误差 {{ a.test.mse | fixed 4 }}，$x_1$，见 [](#fig-a) 与 [@rumelhart1986]。

        ![图](figure:curves "图注"){#fig-a runs=a metric=loss}

        $$
        y = \text{误差}
        $$

        ## 乙 {#two}

        ```claims
        - c
        ```

        """;

    private static readonly string English = Chinese
        .Replace("甲", "A", StringComparison.Ordinal)
        .Replace("乙", "B", StringComparison.Ordinal)
        .Replace("误差 {{", "The error {{", StringComparison.Ordinal)
        .Replace("误差", "error", StringComparison.Ordinal)
        .Replace("，见", ", see", StringComparison.Ordinal)
        .Replace("与", "and", StringComparison.Ordinal)
        .Replace("。", ".", StringComparison.Ordinal);

    [Fact]
    public static void Words_differ_and_nothing_else_does() => Assert.Equal("", Mistakes(English));

    [Theory]
    [InlineData("| fixed 4", "| fixed 3", "number 'a.test.mse | fixed 3'", "number 'a.test.mse | fixed 4'", 8, 13)]
    [InlineData("$x_1$", "$x_2$", "formula 'x_2'", "formula 'x_1'", 8, 13)]
    [InlineData("y =", "z =", @"formula 'z=\text{…}'", @"formula 'y=\text{…}'", 12, 17)]
    [InlineData("[](#fig-a) and ", "[](#two) and ", "reference 'two'", "reference 'fig-a'", 8, 13)]
    public static void What_stands_in_one_language_alone_is_told_with_both_places(
        string right,
        string wrong,
        string found,
        string missed,
        int line,
        int there
    )
    {
        var told = Mistakes(English.Replace(right, wrong, StringComparison.Ordinal)).Split('\n');
        Assert.Equal(3, told.Length);
        Assert.Matches($@"^en\.md\({line},\d+\): error section-differs: the {Escaped(found)} has", told[0]);
        Assert.Matches($@"^zh\.md\({there},\d+\): error section-differs: the {Escaped(missed)} has", told[1]);
        Assert.EndsWith(
            "has no counterpart in the section 'one' at zh.md(11,1); both languages hold the same",
            told[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void A_number_may_be_said_twice_in_one_language() =>
        Assert.Equal(
            "",
            Mistakes(English.Replace("The error", "The error {{ a.test.mse | fixed 4 }}, as", StringComparison.Ordinal))
        );

    [Fact]
    public static void What_stands_in_another_section_is_told_in_both()
    {
        const string Claims = "```claims\n- c\n```\n";
        var moved = English
            .Replace(Claims, "", StringComparison.Ordinal)
            .Replace("## B", $"{Claims}\n## B", StringComparison.Ordinal);
        Assert.Equal(
            """
            en.md(16,1): error section-differs: the claim 'c' has no counterpart in the section 'one' at zh.md(11,1); both languages hold the same
            zh.md(23,1): error section-differs: the claim 'c' has no counterpart in the section 'two' at en.md(20,1); both languages hold the same

            """,
            Mistakes(moved)
        );
    }

    [Fact]
    public static void Headings_come_in_one_order_at_one_level()
    {
        Assert.Equal(
            "en.md(6,1): error heading-moved: here comes 'two', but 'one' in zh.md(11,1); both languages have one order\n",
            Mistakes(
                "## B {#two}\n\n```claims\n- c\n```\n\n" + English[..English.IndexOf("## B", StringComparison.Ordinal)]
            )
        );
        Assert.Equal(
            "en.md(16,1): error heading-level-differs: 'two' is a heading of level 3 here, and of level 2 in zh.md(21,1)\n",
            Mistakes(English.Replace("## B", "### B", StringComparison.Ordinal))
        );
    }

    /// <summary>Chinese starts in line 11, English in line 6.</summary>
    private static string Mistakes(string english)
    {
        using var report = new TinyReport();
        report.Write(
            "content/report.yml",
            TinyReport.Report.Replace("languages: [zh]", "languages: [zh, en]", StringComparison.Ordinal)
        );
        report.Write($"{TinyReport.Chapter}zh.md", TinyReport.Head + "\n" + Chinese);
        report.Write($"{TinyReport.Chapter}en.md", "---\ntitle: T\n---\n# T {#top}\n\n" + english);
        report.Read();
        return report.Mistakes.Replace(TinyReport.Chapter, "", StringComparison.Ordinal);
    }

    private static string Escaped(string text) => System.Text.RegularExpressions.Regex.Escape(text);
}
