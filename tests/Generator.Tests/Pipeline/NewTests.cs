using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pipeline;
using Recto.Pipeline.Scaffolding;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>What <c>recto new</c> writes is right at once, and it overwrites nothing.</summary>
public static class NewTests
{
    private static readonly DateTimeOffset Today = new(2031, 2, 3, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "strokes")]
    [InlineData("zh", "strokes")]
    [InlineData("en,zh", "mnist")]
    [InlineData("zh,en", "fashion-mnist")]
    public static void A_new_report_has_no_mistakes(string languages, string data)
    {
        using var scratch = new Scratch();
        Report(scratch, languages, data);
        var report = Read(scratch);
        Assert.Equal(languages, string.Join(',', report.Book.Report.Languages));
        Assert.All(report.Book.Report.Languages, l => Assert.Equal("A \"study\"", report.Book.Report.Title[l]));
        Assert.Equal(["narrow", "wide"], report.Plan.Runs.Select(r => r.Id));
        Assert.All(report.Plan.Runs, r => Assert.Equal(data, r.Spec.Data.Name));
        Assert.Equal(2031, report.Book.Report.Issued);
    }

    [Fact]
    public static void Of_MNIST_it_knows_the_files_that_our_own_report_does()
    {
        using var scratch = new Scratch();
        Report(scratch, "en", "mnist");
        var own = ReportReader.Read(new ContentFiles(Ours(Repository.Root), new()), new())!.Data;
        var its = Read(scratch).Book.Report.Data;
        Assert.Equal(own.First(d => d.Name == "mnist").Digest, Assert.Single(its).Digest);
    }

    [Fact]
    public static void A_report_that_is_there_stays_as_it_is()
    {
        using var scratch = new Scratch();
        scratch.Write("r/.gitignore", "mine");
        var stop = Assert.Throws<ReportException>(() => Report(scratch));
        Assert.Equal($"{scratch["r"]} has .gitignore already; nothing was written", stop.Sentence);
        Assert.Equal([".gitignore"], scratch.Files("r"));
    }

    [Theory]
    [InlineData("de", "strokes", "--languages knows no 'de'; known: en, zh")]
    [InlineData("en", "fashon-mnist", "--data knows no 'fashon-mnist'; did you mean 'fashion-mnist'?")]
    public static void What_it_does_not_know_it_says(string languages, string data, string expected)
    {
        using var scratch = new Scratch();
        Assert.Equal(expected, Assert.Throws<ReportException>(() => Report(scratch, languages, data)).Sentence);
        Assert.Empty(scratch.Files(""));
    }

    [Theory]
    [InlineData("    chapters:\n      - 10-first-look\n", "    chapters:\n      - 10-first-look\n      - 20-more\n")]
    [InlineData("    chapters: [10-first-look] # one\n", "    chapters: [10-first-look, 20-more] # one\n")]
    [InlineData(
        "    chapters:\r\n      - 10-first-look\r\n",
        "    chapters:\r\n      - 10-first-look\r\n      - 20-more\r\n"
    )]
    public static void A_new_chapter_takes_its_place_after_the_last(string before, string after)
    {
        using var scratch = new Scratch();
        Report(scratch, "zh,en");
        var yaml = File.ReadAllText(scratch["r/content/report.yml"]);
        var list = new Regex(@"    chapters:\n      - 10-first-look\n");
        scratch.Write("r/content/report.yml", list.Replace(yaml, before));
        NewChapter.Write(new(NewKind.Chapter, "20-more"), Ours(scratch["r"]), new());

        Assert.Equal(list.Replace(yaml, after), File.ReadAllText(scratch["r/content/report.yml"]));
        var added = Read(scratch).Book.Chapters[^1];
        Assert.Equal(("1.2", "20-more"), (added.Number, added.Folder));
        Assert.Equal("More", added.Editions["zh"].Title.Value);
    }

    [Fact]
    public static void A_chapter_that_is_there_or_cannot_be_named_is_refused()
    {
        using var scratch = new Scratch();
        Report(scratch);
        foreach (
            var (name, expected) in new[]
            {
                ("10-first-look", "there is a folder content/10-first-look already; nothing was written"),
                ("../x", "'../x' must be a folder name of small letters, digits and '-', such as 20-results"),
            }
        )
        {
            var stop = Assert.Throws<ReportException>(() =>
                NewChapter.Write(new(NewKind.Chapter, name), Ours(scratch["r"]), new())
            );
            Assert.Equal(expected, stop.Sentence);
        }
    }

    [Theory]
    [InlineData("title: T\n", "title: T\nexperiments:\n  NEW\n")]
    [InlineData(
        "experiments:\n    a: { model: { kind: pca, layers: [784, 2] }, data: strokes }\n\n# of claims\nclaims: {}\ntitle: T\n",
        "experiments:\n    a: { model: { kind: pca, layers: [784, 2] }, data: strokes }\n    NEW\n\n# of claims\nclaims: {}\ntitle: T\n"
    )]
    [InlineData("title: T\r\n", "title: T\r\nexperiments:\r\n  NEW\r\n")]
    public static void A_new_experiment_stands_below_the_others(string before, string after)
    {
        using var scratch = new Scratch();
        Report(scratch);
        const string file = "r/content/10-first-look/en.md";
        scratch.Write(file, $"---\n{before}---\n# T {{#top}}\n");
        NewExperiment.Write(new(NewKind.Experiment, "deep"), Ours(scratch["r"]), new());

        var written = File.ReadAllText(scratch[file]);
        Assert.Equal($"---\n{after}---\n# T {{#top}}\n".Replace("\r\n", "\n"), Shortened(written));
        Assert.Equal(after.Contains('\r'), written.Contains("\r\n", StringComparison.Ordinal));
        Assert.Contains("deep", Read(scratch).Book.Experiments.Keys);

        static string Shortened(string text) =>
            Regex.Replace(text.ReplaceLineEndings("\n"), @"deep:\n( +#.*\n| +(model|data|loss|epochs):.*\n)+", "NEW\n");
    }

    [Theory]
    [InlineData("narrow", null, "the run 'narrow' is declared already, at content/10-first-look/en.md(6,3)")]
    [InlineData(
        "de-ep",
        null,
        "'de-ep' cannot name a run: a small letter, then small letters, digits and '_', and no word of expressions"
    )]
    [InlineData("deep", "10-first-lok", "there is no chapter '10-first-lok'; did you mean '10-first-look'?")]
    public static void An_experiment_that_cannot_be_is_refused(string name, string? chapter, string expected)
    {
        using var scratch = new Scratch();
        Report(scratch);
        var asked = new NewArguments(NewKind.Experiment, name) { In = chapter };
        var stop = Assert.Throws<ReportException>(() => NewExperiment.Write(asked, Ours(scratch["r"]), new()));
        Assert.Equal(expected, stop.Sentence);
    }

    private static void Report(Scratch scratch, string languages = "en", string data = "strokes") =>
        NewReport.Write(
            new NewArguments(NewKind.Report, scratch["r"])
            {
                Title = "A \"study\"",
                Languages = languages,
                Data = data,
            },
            Ours(Repository.Root),
            Today
        );

    private static Workspace Ours(string root) => new(Repository.Root, root, Path.Combine(root, "site"));

    private static PlannedReport Read(Scratch scratch)
    {
        var bag = new DiagnosticBag();
        try
        {
            return PlannedReport.Read(Ours(scratch["r"]), demo: false, strict: true, bag);
        }
        finally
        {
            Assert.Empty(bag.Sorted().Select(d => d.ToString()));
        }
    }
}
