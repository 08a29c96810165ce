using CsCheck;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Content;

public static class MarkdownTests
{
    [Theory]
    // A chapter's body, and what is inline in it: values {…}, references #…, citations @…, maths $…$, code `…`
    [InlineData("中文$x$紧邻，$$y$$。", "中文|$x$|紧邻，|$y$|。")]
    [InlineData("从 \\$5 到 \\$7", "从 |$5 到 |$7")]
    [InlineData("$a\\$b$$c$", "$a\\$b$|$c$")]
    [InlineData("**“引号”**后面", "*|“引号”|*|后面")]
    [InlineData("值{{ 1 + 1 }}，`{{ x }}`，$\\frac{{a}}{{b}}$", "值|{1 + 1}|，|`{{ x }}`|，|$\\frac{{a}}{{b}}$")]
    [InlineData("{{ 1 < 2 ? \"}}\" : \"x\" }}", "{1 < 2 ? \"}}\" : \"x\"}")]
    [InlineData("\\{{ x }}", "{{ x }}")]
    [InlineData("见 [](#top) 与 [@rumelhart1986; @rumelhart1986]", "见 |#top| 与 |@rumelhart1986 @rumelhart1986")]
    // A line feed between Chinese characters is no space
    [InlineData("汉字\n汉字，\n“汉字”\n字", "汉字|汉字，|“汉字”|字")]
    [InlineData("汉字\nLatin\n汉字", "汉字|⏎|Latin|⏎|汉字")]
    [InlineData("**汉字**\n汉字", "*|汉字|*|汉字")]
    [InlineData("汉字  \n汉字", "汉字|⏎|汉字")]
    [InlineData("𠀀\n𠀀", "𠀀|𠀀")]
    public static void Prose_is_read_so(string body, string expected)
    {
        using var report = new TinyReport();
        var paragraph = report.ReadBody(body).Body.OfType<ParagraphBlock>().Single();
        Assert.Equal(expected, string.Join('|', paragraph.Inline!.SelectMany(Shown)));
    }

    [Fact]
    public static void A_value_is_read_wherever_text_is()
    {
        using var report = new TinyReport();
        var edition = report.ReadBody(
            """
            ## 节 {{ 1 }} {#section}

            > - 文字 {{ 2 }}

            | {{ 3 | fixed 1 }} | 乙 |
            |---|---|
            | `{{ x }}` | **{{ 4 | fixed 1 }}** |

            ![{{ 5 }} 图](figure:network "图注 {{ 6 }}"){#fig-a runs=a}

            ```metrics {#tbl-a}
            caption: 表注 {{ 7 }}
            runs: [a]
            columns: [{ metric: test.mse, format: fixed 4 }]
            ```

            ```yaml {#lst-a experiment=a caption="清单 {{ 8 }}"}
            ```

            注[^1]

            [^1]: 脚注 {{ 9 }}
            """
        );
        var values = Prose.Inlines(edition.Body).OfType<ValueInline>().ToList();
        Assert.Equal(
            ["1", "2", "3 | fixed 1", "4 | fixed 1", "5", "6", "7", "8", "9"],
            values.Select(v => v.Expression).Order(StringComparer.Ordinal)
        );
        var lines = File.ReadAllLines(Path.Combine(report.Workspace.Root, edition.File));
        Assert.All(
            values,
            v =>
                Assert.StartsWith(
                    v.Expression,
                    lines[v.Place.Line - 1][(v.Place.Column - 1)..],
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public static void Formulas_stand_where_they_stand_also_in_captions()
    {
        using var report = new TinyReport();
        var edition = report.ReadBody(
            """
            文字 $x$，

            ![图](figure:network "图注 $\hat{y}$"){#fig-a runs=a}

            > | 甲 | $z$ |
            > |---|---|
            > | 乙 | 丙 |
            """
        );
        Assert.Equal(
            ["(10,4) x", "(12,25) \\hat{y}", "(14,9) z"],
            Prose
                .Inlines(edition.Body)
                .OfType<MathInline>()
                .Select(m => (m, place: Places.Of(edition.File, m)))
                .Select(m => $"({m.place.Line},{m.place.Column}) {m.m.Content}")
        );
    }

    [Fact]
    public static void A_figure_takes_the_place_of_its_paragraph()
    {
        using var report = new TinyReport();
        var edition = report.ReadBody(
            """
            ![图 {{ 1 }}](figure:curves "图注，*强调*"){#fig-a runs="a" metric=test.loss slot=3.1.loss}
            """
        );
        var figure = Assert.Single(edition.Body.OfType<FigureBlock>());
        Assert.Equal(("fig-a", "curves", "3.1.loss"), (figure.Request.Id, figure.Request.Kind, figure.Slot));
        Assert.Equal(["a"], figure.Request.Runs);
        Assert.Equal([KeyValuePair.Create("metric", "test.loss")], figure.Request.Options);
        Assert.Equal("图 |{1}", string.Join('|', figure.Alt.SelectMany(Shown)));
        Assert.Equal("图注，|*|强调|*", string.Join('|', figure.Caption.SelectMany(Shown)));
        Assert.Equal([figure.Request], edition.Figures);
    }

    [Fact]
    public static void A_picture_of_the_language_comes_first()
    {
        using var report = new TinyReport();
        report.Write($"{TinyReport.Chapter}a.svg", "<svg/>");
        report.Write($"{TinyReport.Chapter}a.zh.svg", "<svg/>");
        var request = report.ReadBody("![图](a.svg \"图注\"){#fig-a}").Figures.Single();
        Assert.Equal(("picture", "1-first/a.zh.svg"), (request.Kind, request.Options["src"]));
    }

    [Fact]
    public static void Listings_show_what_was_run()
    {
        using var report = new TinyReport();
        var listings = report
            .ReadBody(
                """
                ```csharp {#lst-a src=Models/Net.cs region=model caption="`Net`"}
                ```

                ```yaml {#lst-b experiment=a caption="声明"}
                ```
                """
            )
            .Body.OfType<ListingBlock>()
            .ToList();
        Assert.Equal(
            ("csharp", "src/Experiments/Models/Net.cs", "void Build()\n{\n    Add();\n}\n"),
            (listings[0].Grammar, listings[0].Origin, listings[0].Code)
        );
        Assert.Equal(
            """
            a:
              model:
                kind: dense
                layers: [784, 2]
                activation: tanh
                code: tanh
                output: tanh
                init: glorot_uniform
              data: mnist
              noise: none
              target: clean
              loss: mse
              optimizer: { kind: adam, rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }
              epochs: 5
              batch: 64
              seed: 1
              probes: [codes, filters, reconstructions]

            """,
            listings[1].Code
        );
    }

    [Fact]
    public static void Anchors_are_what_has_a_number()
    {
        using var report = new TinyReport();
        var edition = report.ReadBody(
            """
            ## 节 {#section}

            $$ {#eq-x}
            x
            $$

            {#tbl-a}

            | 甲 |
            |---|
            | 乙 |

            ```claims
            - c
            ```
            """
        );
        Assert.Single(edition.Body.OfType<Table>());
        Assert.Equal(
            ["Section top 8", "Section section 10", "Equation eq-x 12", "Table tbl-a 18", "Claim c 22"],
            Anchors.Of(edition.Body, edition.File).Select(a => $"{a.Kind} {a.Id} {a.Place.Line}")
        );
    }

    [Theory]
    [InlineData("# 一\n- 二", "# 一|⏎|- 二")]
    [InlineData("一\n\n二", "一|二")]
    [InlineData("one\n\n two", "one|⏎|two")]
    [InlineData("    四格", "四格")]
    public static void A_title_has_no_blocks(string text, string expected)
    {
        var bag = new DiagnosticBag();
        var inlines = InlineText.Parse(new Located<string>(text, new Place("zh.md", 2, 8)), bag);
        Assert.Equal(expected, string.Join('|', inlines.SelectMany(Shown)));
    }

    [Fact]
    public static void No_text_makes_it_throw_or_point_outside_of_the_file() =>
        Gen.OneOf(
                Gen.String[Gen.Char["ab字“$`*_[](){}#@!<>|-:=~^\\\"'.0 \n\n\t&;"], 0, 80],
                Gen.OneOf([.. Fragments.Select(f => Gen.Const(f))]).Array[0, 8].Select(parts => string.Concat(parts))
            )
            .Sample(
                text =>
                {
                    using var report = new TinyReport();
                    var path = $"{TinyReport.Chapter}zh.md";
                    report.Write(path, TinyReport.Head + text);
                    report.Read();
                    Positions.AssertInside(report, path, text);
                },
                iter: 300
            );

    private static readonly string[] Fragments =
    [
        "\n",
        "\n\n",
        "文字 ",
        "{{ a.test.mse | fixed 4 }}",
        "{{ a.",
        "![图](figure:curves \"图注 $x$\"){#fig runs=a}",
        "![图](figure:curves \"",
        "[](#top)",
        "[@a; b]",
        "```metrics {#t}\nruns: [a]\n",
        "```\n",
        "```claims\n- c\n```\n",
        "```yaml {#l experiment=a caption=\"x\"}\n",
        "> ",
        "- ",
        "## 节 {#s}\n",
        "| 甲 | 乙 |\n|---|---|\n| {{ 1 | fixed 1 }} | $x$ |\n",
        "$$ {#e}\nx\n$$\n",
        "<b>",
        "<!-- x -->",
        "[^1]",
        "[^1]: 注\n",
        "+---+\n| a |\n+---+\n",
        ":   定义\n",
        "{#x .y z=1}",
    ];

    private static IEnumerable<string> Shown(Inline inline) =>
        inline switch
        {
            LiteralInline l => [l.Content.ToString()],
            ValueInline v => [$"{{{v.Expression}}}"],
            ReferenceInline r => [$"#{r.Target}"],
            CitationInline c => [string.Join(' ', c.Keys.Select(k => $"@{k.Value}"))],
            MathInline m => [$"${m.Content}$"],
            CodeInline c => [$"`{c.Content}`"],
            LineBreakInline => ["⏎"],
            ContainerInline c => ["*", .. c.SelectMany(Shown), "*"],
            _ => [inline.GetType().Name],
        };
}
