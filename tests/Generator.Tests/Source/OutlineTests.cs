using Recto.Content;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Source;

/// <summary>The report is the source document, identical in structure.</summary>
public static class OutlineTests
{
    private static readonly Outline Source = Outline.Read();

    private static readonly Lazy<Book> Report = new(() =>
    {
        var bag = new DiagnosticBag();
        var book = BookReader.Read(new Workspace(Repository.Root, Repository.Root, ""), bag);
        Assert.DoesNotContain(bag.Sorted(), d => d.Severity == Severity.Error);
        return book!;
    });

    [Fact]
    public static void Its_headings_are_those_of_the_source() =>
        Assert.Equal(
            Source.Sections.Select(s => (s.Level, Typographic.Normal(s.Mended), s.Id)),
            ReportOutline.Of(Report.Value, Language.Chinese).Select(s => (s.Level, Typographic.Normal(s.Heading), s.Id))
        );

    [Fact]
    public static void Its_English_edition_has_the_same_headings() =>
        Assert.Equal(
            Source.Sections.Select(s => (s.Level, s.Id)),
            ReportOutline.Of(Report.Value, Language.English).Select(s => (s.Level, s.Id))
        );

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public static void Every_slot_of_the_source_is_filled_in_its_section(string language)
    {
        var edition = Language.Known.First(l => l.Code == language);
        var filled = Filled(ReportOutline.Of(Report.Value, edition));
        Assert.DoesNotContain(filled, slot => Source.Pending.Contains(slot.Slot)); // filled: take it out of 'pending'
        Assert.Equal(Filled(Source.Sections).Where(slot => !Source.Pending.Contains(slot.Slot)), filled);
    }

    [Fact]
    public static void The_outline_is_that_of_the_source_document()
    {
        Assert.SkipUnless(File.Exists(SourceDocument.File), "the source document is not here");
        Assert.Equal(
            SourceDocument
                .Sections(File.ReadAllText(SourceDocument.File))
                .Select(s => $"{s.Level} {s.Heading}: {string.Join(' ', s.Kinds)}"),
            Source.Sections.Select(s => $"{s.Level} {s.Heading}: {string.Join(' ', s.Slots.Select(slot => slot.Kind))}")
        );
    }

    [Theory]
    [InlineData("自动编码器（Auto-Encoders，AE）", "自动编码器(auto-encoders,ae)")]
    [InlineData("使用 KL 散度 + 交叉熵", "使用KL散度+交叉熵")]
    public static void Typography_is_no_difference(string ours, string theirs) =>
        Assert.Equal(Typographic.Normal(theirs), Typographic.Normal(ours));

    [Fact]
    public static void A_source_is_read_line_by_line() =>
        Assert.Equal(
            ["1 甲: figure formula", "2 一. 乙: list listing list table", "5 丙: list"],
            SourceDocument
                .Sections(
                    """
                    1. https://example.org
                    # 甲
                    ![图](a.png)
                    文字 ![图](b.png)

                    <p align="center"><img src="https://latex.codecogs.com/x"/></p>
                    ## 一. 乙
                    1. 一

                    2. 二
                    ```python
                    # 注释
                    ```
                    - 三
                    | 甲 |
                    |----|
                    **评价:**
                    **丙**
                    - 1. 四
                    """
                )
                .Select(s => $"{s.Level} {s.Heading}: {string.Join(' ', s.Kinds)}")
        );

    private static IEnumerable<(string Slot, string Kind, string? Section)> Filled(
        IReadOnlyList<OutlineSection> sections
    ) => sections.SelectMany(s => s.Slots.Select(slot => (slot.Name, slot.Kind, s.Id))).Order();
}
