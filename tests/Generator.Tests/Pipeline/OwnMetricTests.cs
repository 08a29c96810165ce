using System.Globalization;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>The guide's own example, in a report of its own.</summary>
public static class OwnMetricTests
{
    private const string Chapter = """
        ---
        title: Light
        experiments:
          ae:
            model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
            data: strokes
            epochs: 1
        ---
        # Light {#light}

        The error is {{ ae.test.mse | fixed 4 }}.

        """;

    [Fact]
    public static async Task A_metric_is_read_off_saved_weights_and_its_mistakes_are_told_with_their_line()
    {
        using var report = new OwnReport();
        var example = OwnReport.Example("src/Metrics/MeanLight.cs");
        report.Write(OwnReport.Chapter, Chapter);
        Assert.Equal((0, ""), await report.BuildAsync());
        var trained = await report.RecordAsync("ae");

        // Asked for before it is there, or by a wrong name.
        var asking =
            Chapter.Replace("epochs: 1", "epochs: 1\n    metrics: [mean_lihgt]", StringComparison.Ordinal)
            + "Light: {{ ae.own.mean_light | fixed 4 }}.\n";
        report.Write(OwnReport.Chapter, asking);
        report.Write("src/Metrics/MeanLight.cs", example.Replace("run.Data", "run.Date", StringComparison.Ordinal));
        var (exit, errors) = await report.BuildAsync();
        Assert.Equal(2, exit);
        Assert.StartsWith(
            "content/one/en.md(8,15): error value-unknown: metrics cannot be 'mean_lihgt'; did you mean 'mean_light'?\n",
            errors,
            StringComparison.Ordinal
        );

        report.Write(OwnReport.Chapter, asking.Replace("lihgt", "light", StringComparison.Ordinal));
        (exit, errors) = await report.BuildAsync();
        Assert.Equal(2, exit);
        Assert.StartsWith(
            "src/Metrics/MeanLight.cs(6,51): error own-code-invalid: 'RunResult' does not contain a definition for 'Date'",
            errors,
            StringComparison.Ordinal
        );

        report.Write("src/Metrics/MeanLight.cs", example);
        Assert.Equal((0, ""), await report.BuildAsync());
        var evaluated = await report.RecordAsync("ae");
        var light = evaluated["metrics"]!["own.mean_light"]!.GetValue<double>();
        Assert.InRange(light, 0.01, 0.5);
        Assert.Equal($"{trained["keys"]!["train"]}", $"{evaluated["keys"]!["train"]}");
        Assert.NotEqual($"{trained["keys"]!["evaluation"]}", $"{evaluated["keys"]!["evaluation"]}");
        Assert.NotNull(evaluated["inputs"]!["evaluation_code"]!["src/Metrics/MeanLight.cs"]);
        Assert.Contains(
            light.ToString("F4", CultureInfo.InvariantCulture),
            await report.ReadAsync("site/en/one.html"),
            StringComparison.Ordinal
        );
    }
}
