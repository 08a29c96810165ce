using Recto.Content.Proofreading;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Content.Proofreading;

/// <summary>What prose may say, and every line that answers what it may not.</summary>
public static class ProofreadingTests
{
    private const string Numbers = """
        zh: { before: [第], after: [张, 轮, 近邻, 节], phrases: [千万别] }
        en: { before: [Section], after: [epochs, images] }
        """;

    private const string Terms = """
        - { zh: 自编码器, en: autoencoder, not: { zh: [自动编码器], en: [auto-encoder] } }
        - { zh: 交叉熵, en: cross-entropy, also: { zh: [相对交叉熵] }, not: { zh: [互熵, 对交叉], en: [cross entropy] } }
        """;

    [Theory]
    [InlineData("损失降到 0.056", 6, "0.056")]
    [InlineData("准确率是 91.2 %", 6, "91.2")]
    [InlineData("准确率是 95%", 6, "95")]
    [InlineData("约三倍", 2, "三倍")]
    [InlineData("达到百分之九十五", 3, "百分之九十五")]
    [InlineData("三分之一的像素", 1, "三分之一")]
    [InlineData("有三成像素", 2, "三成")]
    [InlineData("差了一个数量级", 3, "一个数量级")]
    [InlineData("占了一半", 3, "一半")]
    [InlineData("只有三千多个参数", 3, "三千")]
    [InlineData("训练了 3 倍的时间", 5, "3")]
    [InlineData("用时 57 秒", 4, "57")]
    [InlineData("参数 3,922 个", 4, "3,922")]
    [InlineData("高出 2.5", 4, "2.5")]
    [InlineData("高出 3.1 倍", 4, "3.1")]
    public static void A_number_that_looks_like_a_result_is_spliced_or_marked(
        string prose,
        int column,
        string number
    ) => Assert.Equal([Unspliced(number, column)], Answers(prose));

    [Theory]
    [InlineData("accuracy of 91.2 %", 13, "91.2")]
    [InlineData("three times as long", 1, "three times")]
    [InlineData("twice as long", 1, "twice as")]
    [InlineData("nearly half of it", 1, "nearly half")]
    [InlineData("an order of magnitude", 1, "an order of magnitude")]
    [InlineData("ninety percent", 1, "ninety percent")]
    [InlineData("some 3,922 parameters", 6, "3,922")]
    [InlineData("it doubled", 4, "doubled")]
    [InlineData("a third of them", 1, "a third of")]
    [InlineData("some thirty-two parameters", 6, "thirty-two")]
    public static void So_it_is_in_English(string prose, int column, string number) =>
        Assert.Equal([Unspliced(number, column)], Answers("", prose));

    [Theory]
    [InlineData("1986 年，60 000 张 28×28 的图像，784–2–784 的网络，第二十轮，十近邻，见 3.1 节与第 12 节，0 和 1")]
    [InlineData("三个数，一般，十分，千万别，二成为一，W1，3D，`0.056`，$0.056$，{{ a.test.mse | fixed 3 }}")]
    [InlineData("原报告是 [0.0685]{.source}，瞎猜是 [10%]{.given}，[三倍]{.source}")]
    [InlineData("## 四分之三 0.5 {#section}")]
    public static void A_number_that_is_given_is_not(string prose) => Assert.Empty(Answers(prose));

    [Theory]
    [InlineData(
        "in 1986, 60,000 images of 28×28 for 20 epochs, twenty epochs, sixty thousand images, see Section 3.1 and 3.1–3.1, the digits 0 and 1"
    )]
    [InlineData("two halves, double bars, three runs, a third run, times have changed, [91.2%]{.given}")]
    public static void Nor_in_English(string prose) => Assert.Empty(Answers("", prose));

    [Theory]
    [InlineData(
        "这是自动编码器。",
        "(10,3): error term-rejected: this report says '自编码器', not '自动编码器' (content/glossary.yml)"
    )]
    [InlineData(
        "相对交叉熵不是互熵。",
        "(10,8): error term-rejected: this report says '交叉熵', not '互熵' (content/glossary.yml)"
    )]
    public static void A_thing_has_one_name(string prose, string error) =>
        Assert.Equal(["zh.md" + error], Answers(prose));

    [Theory]
    [InlineData("## 自动编码器 {#section}")]
    [InlineData("原文写作“自动编码器”，`自动编码器`，[自动编码器]{.source}")]
    public static void Headings_and_quotations_keep_the_words_of_the_source(string prose) =>
        Assert.Empty(Answers(prose));

    [Fact]
    public static void In_English_a_word_is_whole_and_in_any_case() =>
        Assert.Equal(
            [
                "en.md(6,1): error term-rejected: this report says 'autoencoder', not 'Auto-encoders' (content/glossary.yml)",
                "en.md(6,22): error term-rejected: this report says 'cross-entropy', not 'cross entropy' (content/glossary.yml)",
            ],
            Answers("", "Auto-encoders across cross entropy, quasi-auto-encoder")
        );

    [Theory]
    [InlineData("甲,乙", 2, ',', '，')]
    [InlineData("甲 (乙）", 3, '(', '（')]
    [InlineData("甲.", 2, '.', '。')]
    [InlineData("AE(甲）", 3, '(', '（')]
    [InlineData("`a`:甲", 4, ':', '：')]
    [InlineData("$x$;甲", 4, ';', '；')]
    public static void Punctuation_beside_Chinese_is_full_width(string prose, int column, char half, char full) =>
        Assert.Equal(
            [$"zh.md(10,{column}): error punctuation-half: beside Chinese characters write '{full}', not '{half}'"],
            Answers(prose)
        );

    [Theory]
    [InlineData("甲，乙（丙）：3.1 节，Vincent et al. (2010)，$f(x)$、e.g. 例")]
    public static void Elsewhere_it_is_as_it_is(string prose) => Assert.Empty(Answers(prose));

    [Fact]
    public static void A_mark_is_one_of_two() =>
        Assert.Equal(
            ["zh.md(10,7): error mark-unknown: a number is not marked '.sorce'; did you mean 'source'?"],
            Answers("[0.1]{.sorce}")
        );

    [Fact]
    public static void A_glossary_has_each_term_once()
    {
        using var report = new TinyReport();
        report.Write(Glossary.File, "- { zh: 甲, en: a }\n- { zh: 乙, en: a }\n");
        Proofreader.Check(report.Read()!, report.Workspace, report.Bag);
        Assert.Equal(
            "content/glossary.yml(2,16): error term-duplicate: 'a' has an entry already, at content/glossary.yml(1,16)\n",
            report.Mistakes
        );
    }

    private static string Unspliced(string number, int column) =>
        $"error number-unspliced: '{number}' looks like a result: splice it with {{{{ … }}}}, or mark it [{number}]{{.source}} or [{number}]{{.given}} @{column}";

    /// <summary>The answers to a paragraph in line 10 of the Chinese edition, and one in line 6 of the English.</summary>
    private static IReadOnlyList<string> Answers(string chinese, string english = "")
    {
        using var report = new TinyReport();
        report.Write(NumberWords.File, Numbers);
        report.Write(Glossary.File, Terms);
        report.Write("content/report.yml", TinyReport.Report.Replace("[zh]", "[zh, en]", StringComparison.Ordinal));
        report.Write($"{TinyReport.Chapter}zh.md", TinyReport.Head + chinese + "\n");
        var twin = chinese.StartsWith("##", StringComparison.Ordinal) ? "## x {#section}" : "";
        report.Write($"{TinyReport.Chapter}en.md", $"---\ntitle: T\n---\n# T {{#top}}\n\n{english}{twin}\n");
        Proofreader.Check(report.Read()!, report.Workspace, report.Bag);
        return [.. report.Bag.Sorted().Where(d => d.Code != "section-differs").Select(Short)];
    }

    /// <summary>Of the many sentences about numbers only the column differs.</summary>
    private static string Short(Diagnostic d) =>
        d.Code == "number-unspliced"
            ? $"error {d.Code}: {d.Message} @{d.Place!.Column}"
            : d.ToString().Replace(TinyReport.Chapter, "", StringComparison.Ordinal);
}
