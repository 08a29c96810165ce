using Recto.Tests.Content;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>From a folder of chapters to a site, by the real program: libtorch, browser and all.</summary>
public static class WholeBuildTests
{
    private const string Report = """
        title: { en: A tiny report }
        description: { en: Of one run. }
        authors: [Nobody]
        url: https://example.org/
        languages: [en]
        parts:
          - number: 1
            title: { en: All of it }
            chapters: [one]
        data:
          strokes: { kind: strokes }
        """;

    private const string Chapter = """
        ---
        title: One run
        experiments:
          ae:
            model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
            data: strokes
            loss: mse
            epochs: 2
            batch: 64
            seed: 1
        ---
        # One run {#one}

        The error is {{ ae.test.mse | fixed 4 }}.

        ![A falling curve](figure:curves "Training loss"){#fig-loss runs="ae" metric=loss}

        """;

    [Fact]
    public static async Task A_build_publishes_pages_evidence_and_PDF_and_a_second_one_touches_nothing()
    {
        using var scratch = Tiny();
        var built = await BuildAsync(scratch);
        Assert.Equal((0, ""), (built.Exit, built.Errors));
        Assert.Contains("ae: epoch 2/2, loss 0.", built.Output, StringComparison.Ordinal);
        string[] wanted =
        [
            "data/ae/SHA256SUMS",
            "data/ae/run.json",
            "data/ae/weights.safetensors",
            "manifest.json",
            "report.en.pdf",
        ];
        Assert.Empty(wanted.Except(scratch.Files("site")));
        Assert.StartsWith("%PDF-", await scratch.ReadAsync("site/report.en.pdf"), StringComparison.Ordinal);

        var before = Times(scratch);
        var kept = scratch.Files(".cache").ToList();
        Assert.Equal("  ae  fresh\nruns: 1 fresh; nothing to make\n", (await RunAsync(scratch, "plan")).Output);
        Assert.Equal("nothing has changed\n", (await BuildAsync(scratch)).Output);
        Assert.Equal(before, Times(scratch));

        // What would be made anew for another sentence is told without making it.
        var chapter = Chapter.Replace("The error is", "The mean error is", StringComparison.Ordinal);
        scratch.Write("content/one/en.md", chapter);
        Assert.Equal(
            "  ae  fresh\nruns: 1 fresh; nothing to make\npages made anew: en/one.html\nPDFs made anew: report.en.pdf\n",
            (await RunAsync(scratch, "plan")).Output
        );
        Assert.Equal(before, Times(scratch));
        Assert.Equal(kept, scratch.Files(".cache"));
        scratch.Write("content/one/en.md", Chapter);

        // Neither does one that knows nothing of the first but what was published.
        Directory.Delete(scratch[".cache"], recursive: true);
        Assert.EndsWith("files, none changed\n", (await BuildAsync(scratch)).Output, StringComparison.Ordinal);
        Assert.Equal(before, Times(scratch));
    }

    [Fact]
    public static async Task Mistakes_are_told_together_before_anything_is_trained_and_leave_the_site_as_it_was()
    {
        using var scratch = Tiny();
        scratch.Write("site/index.html", "an earlier edition");
        scratch.Write(
            "content/one/en.md",
            Chapter.Replace("ae.test.mse", "ae.test.msa", StringComparison.Ordinal)
                + "\n$x^{2}^{3}$ [here](nowhere.html)\n"
        );
        var answer = await BuildAsync(scratch);
        Assert.Equal(2, answer.Exit);
        Assert.Equal(
            """
            content/one/en.md(14,25): error fact-unknown: there is no 'ae.test.msa'; did you mean 'mse'?
            content/one/en.md(18,7): error formula-invalid: KaTeX does not accept this formula: Double superscript
            content/one/en.md(18,13): error link-unknown: 'nowhere.html' leads nowhere; expected '#id' of the report, or an address with http, https or mailto
            (what a code means: https://recto-report.github.io/recto/guide/en/errors.html#fact-unknown)

            """,
            answer.Errors
        );
        Assert.Empty(answer.Output);
        Assert.Equal(["index.html"], scratch.Files("site"));
        Assert.Equal("an earlier edition", await scratch.ReadAsync("site/index.html"));
    }

    [Fact]
    public static async Task Every_mistake_is_told_at_once_before_anything_is_trained()
    {
        var file = Path.Combine(Repository.Root, "tests", "Generator.Tests", "Pipeline", "EveryMistake.md");
        var mistake = Mistake.Read(file).Single();
        using var scratch = new Scratch();
        scratch.Write("site/index.html", "an earlier edition");
        foreach (var (name, text) in mistake.Blocks.Where(b => b.Name != "errors"))
        {
            scratch.Write(name, text);
        }

        var answer = await BuildAsync(scratch);
        if (Environment.GetEnvironmentVariable("RECTO_ACCEPT") == "1")
        {
            mistake.Accept(file, answer.Errors);
            return;
        }

        Assert.Equal((2, mistake.Expected, ""), (answer.Exit, answer.Errors, answer.Output));
        Assert.Equal(["index.html"], scratch.Files("site"));
        Assert.Equal("an earlier edition", await scratch.ReadAsync("site/index.html"));
    }

    [Fact]
    public static async Task Interrupted_it_answers_130_and_leaves_nothing_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var scratch = Tiny();
        scratch.Write("content/one/en.md", Chapter.Replace("epochs: 2", "epochs: 100000", StringComparison.Ordinal));
        using var build = RealRecto.Start("build", "--root", scratch.Path);
        while (
            await build.StandardOutput.ReadLineAsync(Cancel) is { } line
            && !line.StartsWith("ae: ", StringComparison.Ordinal)
        ) { }

        Signals.Interrupt(build);
        await build.WaitForExitAsync(Cancel);
        Assert.Equal(130, build.ExitCode);
        Assert.Empty(await build.StandardError.ReadToEndAsync(Cancel));
        Assert.Empty(Directory.GetFileSystemEntries(scratch[".cache/runs"]));
        Assert.Equal([".cache", "content"], Directory.GetDirectories(scratch.Path).Select(Path.GetFileName).Order());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Scratch Tiny()
    {
        var scratch = new Scratch();
        scratch.Write("content/report.yml", Report);
        scratch.Write("content/one/en.md", Chapter);
        return scratch;
    }

    private static Task<(int Exit, string Output, string Errors)> BuildAsync(Scratch scratch) =>
        RunAsync(scratch, "build");

    private static Task<(int Exit, string Output, string Errors)> RunAsync(Scratch scratch, string verb) =>
        RealRecto.RunAsync(verb, "--root", scratch.Path);

    private static List<(string File, DateTime Time)> Times(Scratch scratch) =>
        [.. scratch.Files("site").Select(f => (f, File.GetLastWriteTimeUtc(scratch["site/" + f])))];
}
