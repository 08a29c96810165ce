using CsCheck;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Content;

public static class BookReaderTests
{
    [Fact]
    public static void A_report_is_read_whole()
    {
        using var report = new TinyReport();
        var book = report.Read()!;
        Assert.Equal("", report.Mistakes);
        Assert.Equal("报告", book.Report.Title[Language.Chinese]);
        Assert.Equal([Language.Chinese], book.Report.Languages);
        Assert.Equal(["mnist", "strokes"], book.Report.Data.Select(d => d.Name));
        Assert.Equal(
            ["train.images", "train.labels", "test.images", "test.labels"],
            book.Report.Data[0].Files.Select(f => f.Role)
        );

        var chapter = Assert.Single(book.Chapters);
        Assert.Equal(("1-first", "3.1"), (chapter.Folder, chapter.Number));
        Assert.Equal(("题", 2, 8), Title(chapter.Editions["zh"]));

        var claim = Assert.Single(chapter.Claims);
        Assert.Equal(("c", "a.test.mse < 1", Verdict.Reproduced), (claim.Id, claim.Holds.Value, claim.Expected));
        Assert.Equal(
            new Located<string>("一", new Place(chapter.Editions["zh"].File, 6, 65)),
            claim.Text.At(Language.Chinese)
        );

        var work = book.References["rumelhart1986"];
        Assert.Equal(("article-journal", 1986, "Rumelhart"), (work.Type, work.Year, work.Authors[0].Family));
    }

    [Fact]
    public static void What_is_not_written_has_a_default()
    {
        using var report = new TinyReport();
        var spec = report.Read()!.Experiments["a"].Spec;
        Assert.Equal(
            """{"batch":64,"data":{"digest":"""
                + $"\"{spec.Data.Digest}\""
                + ""","kind":"idx","name":"mnist"},"epochs":5,"loss":"mse","model":{"activation":"tanh","code":"tanh","init":"glorot_uniform","kind":"dense","layers":[784,2],"output":"tanh"},"optimizer":{"beta1":0.9,"beta2":0.999,"epsilon":1E-07,"kind":"adam","rate":0.001},"probes":["codes","filters","reconstructions"],"seed":1,"target":"clean"}""",
            ContractJson.Canonical(spec)
        );
    }

    [Theory]
    // Maps merge, lists and single values replace, another kind starts afresh
    [InlineData("{ from: a }", "dense 784,64,2 tanh/linear/sigmoid gaussian 0.5 once adam 0.01 0.8 epochs 5")]
    [InlineData(
        "{ from: a, epochs: 7 }",
        "dense 784,64,2 tanh/linear/sigmoid gaussian 0.5 once adam 0.01 0.8 epochs 7"
    )]
    [InlineData(
        "{ from: a, model: { layers: [784, 2], activation: relu } }",
        "dense 784,2 relu/linear/sigmoid gaussian 0.5 once adam 0.01 0.8 epochs 5"
    )]
    [InlineData(
        "{ from: a, noise: { kind: masking, amount: 0.3 } }",
        "dense 784,64,2 tanh/linear/sigmoid masking 0.3 anew adam 0.01 0.8 epochs 5"
    )]
    [InlineData("{ from: a, noise: none }", "dense 784,64,2 tanh/linear/sigmoid none adam 0.01 0.8 epochs 5")]
    [InlineData(
        "{ from: a, noise: { amount: 0.1 }, optimizer: { rate: 0.1 } }",
        "dense 784,64,2 tanh/linear/sigmoid gaussian 0.1 once adam 0.1 0.8 epochs 5"
    )]
    [InlineData(
        "{ from: a, optimizer: adam }",
        "dense 784,64,2 tanh/linear/sigmoid gaussian 0.5 once adam 0.001 0.9 epochs 5"
    )]
    public static void A_run_inherits(string declaration, string expected)
    {
        using var report = new TinyReport();
        report.Write(
            $"{TinyReport.Chapter}zh.md",
            $$"""
            ---
            title: 题
            experiments:
              b: {{declaration}}
              a:
                model: { kind: dense, layers: [784, 64, 2], activation: tanh, code: linear, output: sigmoid }
                data: strokes
                noise: { kind: gaussian, amount: 0.5, drawn: once }
                optimizer: { kind: adam, rate: 0.01, beta1: 0.8 }
                epochs: 5
            ---
            # 题 {#top}
            """
        );
        var book = report.Read()!;
        Assert.Equal("", report.Mistakes);
        Assert.Equal(["b", "a"], book.Experiments.Keys);
        Assert.Equal(expected, Words(book.Experiments["b"].Spec).ToLowerInvariant());
    }

    [Fact]
    public static void A_draft_has_no_number()
    {
        using var report = new TinyReport();
        report.Write(
            "content/report.yml",
            TinyReport.Report.Replace("[1-first]", "[0-draft, 1-first]", StringComparison.Ordinal)
        );
        report.Write("content/0-draft/zh.md", "---\ntitle: 稿\ndraft: true\n---\n");
        Assert.Equal(["1-first 3.1"], report.Read()!.Chapters.Select(c => $"{c.Folder} {c.Number}"));
    }

    [Fact]
    public static void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        using var report = new TinyReport();
        var text = TinyReport.Head + "{{ a.tset.mse | fixed 4 }}\n";
        report.Write($"{TinyReport.Chapter}zh.md", '\uFEFF' + text.Replace("\n", "\r\n", StringComparison.Ordinal));
        report.Read();
        Assert.Equal(
            "content/1-first/zh.md(10,6): error fact-unknown: there is no 'a.tset'; did you mean 'test'?\n",
            report.Mistakes
        );
    }

    [Fact]
    public static void Without_a_report_there_is_no_book()
    {
        using var report = new TinyReport();
        File.Delete(Path.Combine(report.Workspace.Content, "report.yml"));
        Assert.Null(report.Read());
        Assert.StartsWith("content/report.yml(1,1): error report-missing:", report.Mistakes, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_digest_of_a_data_set_is_that_of_its_bytes_and_roles()
    {
        DataSetFile[] files = [new("train.images", "a", "1"), new("test.images", "b", "2")];
        var digest = DataDigest.Of(DataKind.Idx, files);
        Assert.Equal(digest, DataDigest.Of(DataKind.Idx, [files[1], files[0] with { Name = "renamed" }]));
        Assert.NotEqual(digest, DataDigest.Of(DataKind.Idx, [files[0] with { Sha256 = "3" }, files[1]]));
    }

    [Fact]
    public static void No_front_matter_makes_it_throw_or_point_outside_of_the_file() =>
        Gen.OneOf(
                Gen.String[Gen.Char["ab字:{}[],\"'#&*!|>-?%@`0.\n\n\n  \t~=<"], 0, 60],
                Gen.OneOf([.. Fragments.Select(f => Gen.Const(f))]).Array[0, 8].Select(parts => string.Concat(parts))
            )
            .Sample(
                text =>
                {
                    using var report = new TinyReport();
                    var path = $"{TinyReport.Chapter}zh.md";
                    report.Write(path, $"---\n{text}\n---\n# 题 {{#top}}\n");
                    report.Read();
                    Positions.AssertInside(report, path, text);
                },
                iter: 300
            );

    private static readonly string[] Fragments =
    [
        "\n",
        "title: 题\n",
        "title: \"{{ a.test.mse }} \\n x\"\n",
        "description: >\n  一\n  {{ b }}\n",
        "description: |\n  一\n\n  {{ b\n",
        "draft: false\n",
        "experiments:\n",
        "  a: { from: b, model: { kind: dense } }\n",
        "  b: { from: a }\n",
        "  c: [1, 2\n",
        "  d:\n    epochs: 1\n",
        "  f: { model: { kind: conv, encoder: [conv: 1, pool: 2], decoder: [upsample: 2, conv: 1] }, data: mnist, epochs: 1 }\n",
        "  g: { from: f, model: { encoder: [upsample: 99999], decoder: [pool: 99999] }, after: f, head: {} }\n",
        "  h: { from: f, model: { encoder: [dense: 5, reshape: [99999, 99999, 5]] }, against: g }\n",
        "  i: { from: d, model: { kind: pca, layers: [784, 2] }, greedy: none, data: mnist, after: i }\n",
        "claims:\n",
        "  e: { holds: a.test.mse <, expected: reproduced, text: { zh: '[](#x) {{ y }}' } }\n",
        "- x\n",
        "? [a]\n",
        "&a *b !c\n",
        "...\n",
        "---\n",
        "{ { [ }\n",
        "\"unclosed\n",
        "%YAML 9\n",
        "\t\n",
    ];

    private static (string, int, int) Title(Edition edition) =>
        (edition.Title.Value, edition.Title.Place.Line, edition.Title.Place.Column);

    private static string Words(ExperimentSpec spec) =>
        FormattableString.Invariant(
            $"{spec.Model.Kind} {string.Join(',', spec.Model.Layers!)} {spec.Model.Activation}/{spec.Model.Code}/{spec.Model.Output} "
        )
        + (
            spec.Noise is { } noise
                ? FormattableString.Invariant($"{noise.Kind} {noise.Amount} {noise.Drawn} ")
                : "none "
        )
        + FormattableString.Invariant(
            $"{spec.Optimizer!.Kind} {spec.Optimizer.Rate} {spec.Optimizer.Beta1} epochs {spec.Epochs}"
        );
}
