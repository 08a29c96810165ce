using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>The guide's own model, trained beside one of Recto's kinds.</summary>
public static class OwnModelTests
{
    private const string File = "src/Models/Lopsided.cs";

    private const string Chapter = """
        ---
        title: Light
        experiments:
          ae: { model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }, data: strokes, epochs: 1 }
          lop: { model: { kind: lopsided, layers: [784, 16, 2], activation: relu }, data: strokes, epochs: 1 }
          told: { from: lop, head: { classes: 10 }, loss: cce }
        ---
        # Light {#light}

        The errors are {{ ae.test.mse | fixed 4 }} and {{ lop.test.mse | fixed 4 }}; {{ told.test.accuracy | percent 0 }} are told apart.

        ![Units of the first layer](figure:filters "Filters."){#fig-filters runs=lop}

        ![A dot](figure:dots "A dot."){#fig-dots runs=lop}

        """;

    private const string Figure = """
        using Recto.Figures;

        public static class Dots
        {
            public static void Draw(FigureCanvas figure)
            {
                double[] error = [figure.Runs[0].Metric("test.mse")];
                figure.Chart(new ChartAxis("x", error), new ChartAxis("y", error)).Dots(0, error, error);
            }
        }

        """;

    [Fact]
    public static async Task It_is_trained_and_exactly_its_runs_are_stale_when_its_code_changes()
    {
        using var report = new OwnReport();
        var example = OwnReport.Example(File);
        report.Write(OwnReport.Chapter, Chapter);
        report.Write("src/Figures/Dots.cs", Figure.Replace("test.mse", "test.mes", StringComparison.Ordinal));
        report.Write(File, example.Replace("layers[0], output", "layers[0], outputs", StringComparison.Ordinal));
        var (exit, errors) = await report.BuildAsync();
        Assert.Equal(2, exit);
        Assert.StartsWith(
            $"{File}(17,70): error own-code-invalid: The name 'outputs' does not exist in the current context (CS0103)",
            errors,
            StringComparison.Ordinal
        );

        report.Write(File, example);
        (exit, errors) = await report.BuildAsync();
        Assert.Equal(2, exit);
        Assert.StartsWith(
            "src/Figures/Dots.cs(7,9): error metric-unknown: the run 'lop' has no metric 'test.mes'; did you mean 'test.mse'?\n",
            errors,
            StringComparison.Ordinal
        );

        report.Write("src/Figures/Dots.cs", Figure);
        Assert.Equal((0, ""), await report.BuildAsync());
        var (own, ours) = (await report.RecordAsync("lop"), await report.RecordAsync("ae"));
        Assert.Equal(["input", "encoder.1", "code", "output"], own["layers"]!.AsArray().Select(l => $"{l!["name"]}"));
        Assert.Equal(784 * 16 + 16 + 16 * 2 + 2 + 2 * 784 + 784, own["metrics"]!["parameters"]!.GetValue<double>());
        Assert.InRange(own["metrics"]!["test.mse"]!.GetValue<double>(), 0.001, 0.2);
        Assert.Null(ours["inputs"]!["train_code"]![File]);
        Assert.NotNull(own["inputs"]!["train_code"]![File]);

        report.Write(File, "// Says nothing new\n" + example.Replace("all", "every", StringComparison.Ordinal));
        report.Write("src/Models/Other.cs", example.Replace("Lopsided", "Other", StringComparison.Ordinal));
        Assert.Equal(
            ["ae    fresh", $"lop   stale: {File}; is not made", $"told  stale: {File}; is not made"],
            await report.PlanAsync()
        );
        report.Write(File, "// Says nothing new\n" + example);
        Assert.Equal(["ae    fresh", "lop   fresh", "told  fresh"], await report.PlanAsync());

        report.Write(File, example.Replace("layers[^1], layers[0]", "layers[^1], 700", StringComparison.Ordinal));
        (exit, errors) = await report.BuildAsync();
        Assert.Equal(3, exit);
        Assert.Contains(
            "content/one/en.md(5,3): error run-failed: 'lop' failed (model-unfit): The model 'lopsided': its last layer gives 700 values, and an image has 784",
            errors,
            StringComparison.Ordinal
        );
    }
}
