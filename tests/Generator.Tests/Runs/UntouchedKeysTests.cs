using Recto.Content;
using Recto.Diagnostics;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>What an author or a programmer may change without a training, and what not.</summary>
public static class UntouchedKeysTests
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

    [Theory]
    [InlineData("content/one/en.md", "The error is", "The mean error is")]
    [InlineData("content/one/en.md", "\"Training loss\"", "\"The loss of training\"")]
    [InlineData("content/one/en.md", "A falling curve", "A curve that falls")]
    [InlineData("content/one/en.md", "    epochs: 2\n    batch: 64", "    batch: 64 # a comment\n    epochs: 2")]
    [InlineData("content/report.yml", "A tiny report", "A small report")]
    [InlineData("templates/page.html", "<body>", "<body class=wide>")]
    [InlineData("templates/terms.en.yml", "Epoch", "Period")]
    [InlineData("src/Generator/Figures/Palette.cs", "#4477aa", "#ee6677")]
    [InlineData("src/Experiments/Training/Losses.cs", "// mean", "// the mean of squares")]
    [InlineData("src/Experiments/Training/Losses.cs", "a - b", "a\n        -\n        b")]
    [InlineData("src/Experiments/Program.cs", "0", "1")]
    public static void Nothing_is_made_anew_for(string file, string from, string to) =>
        Assert.Equal("nothing", AfterEdit(file, from, to));

    [Theory]
    [InlineData("content/one/en.md", "    seed: 1", "    seed: 1\n    probes: [codes]")]
    [InlineData("src/Experiments/Artifacts/Probes.cs", "codes", "means")]
    public static void Weights_are_evaluated_again_for(string file, string from, string to) =>
        Assert.Equal("evaluation", AfterEdit(file, from, to));

    [Theory]
    [InlineData("content/one/en.md", "epochs: 2", "epochs: 3")]
    [InlineData("src/Experiments/Training/Losses.cs", "a - b", "b - a")]
    [InlineData("src/Experiments/packages.lock.json", "0.107.0", "0.108.0")]
    public static void It_is_trained_for(string file, string from, string to) =>
        Assert.Equal("training", AfterEdit(file, from, to));

    private static string AfterEdit(string file, string from, string to)
    {
        using var scratch = new Scratch();
        scratch.Write("content/report.yml", Report);
        scratch.Write("content/one/en.md", Chapter);
        scratch.Write("templates/page.html", "<body>");
        scratch.Write("templates/terms.en.yml", "epoch: Epoch");
        scratch.Write("src/Generator/Figures/Palette.cs", "var blue = \"#4477aa\";");
        scratch.Write("src/Experiments/Program.cs", "return 0;");
        scratch.Write("src/Experiments/Training/Losses.cs", "var d = a - b; // mean");
        scratch.Write("src/Experiments/Artifacts/Probes.cs", "var codes = 0;");
        scratch.Write(
            "src/Experiments/packages.lock.json",
            """{ "dependencies": { "net10.0": { "TorchSharp-cpu": { "resolved": "0.107.0" } } } }"""
        );
        var before = State(scratch);
        var text = File.ReadAllText(scratch[file]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        scratch.Write(file, text.Replace(from, to, StringComparison.Ordinal));
        var after = State(scratch);
        return after.Keys.Train != before.Keys.Train ? "training"
            : after.Keys != before.Keys ? "evaluation"
            : "nothing";
    }

    private static RunState State(Scratch scratch)
    {
        var bag = new DiagnosticBag();
        var book = BookReader.Read(scratch.Workspace, bag);
        Assert.Empty(bag.Sorted());
        var plan = Planner.Plan(book!, demo: false, bag);
        return new RunStore(scratch.Workspace, CodeDigest.Read(scratch.Workspace)).Find(plan, bag)[0];
    }
}
