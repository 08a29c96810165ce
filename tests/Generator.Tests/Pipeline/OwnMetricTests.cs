using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>The README's own example, in a report of its own.</summary>
public static partial class OwnMetricTests
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
        using var scratch = new Scratch();
        scratch.Write(
            "content/report.yml",
            """
            title: Light
            description: Of one run.
            authors: [Nobody]
            url: https://example.org/
            languages: [en]
            parts: [{ chapter: one }]
            data: { strokes: { kind: strokes } }
            """
        );
        scratch.Write("content/one/en.md", Chapter);
        Assert.Equal((0, ""), await BuildAsync(scratch));
        var trained = await RecordAsync(scratch);

        // Asked for before it is there, or by a wrong name.
        var asking =
            Chapter.Replace("epochs: 1", "epochs: 1\n    metrics: [mean_lihgt]", StringComparison.Ordinal)
            + "Light: {{ ae.own.mean_light | fixed 4 }}.\n";
        scratch.Write("content/one/en.md", asking);
        scratch.Write("src/Metrics/MeanLight.cs", Example.Replace("run.Data", "run.Date", StringComparison.Ordinal));
        var (exit, errors) = await BuildAsync(scratch);
        Assert.Equal(2, exit);
        Assert.StartsWith(
            "content/one/en.md(8,15): error value-unknown: metrics cannot be 'mean_lihgt'; did you mean 'mean_light'?\n",
            errors,
            StringComparison.Ordinal
        );

        scratch.Write("content/one/en.md", asking.Replace("lihgt", "light", StringComparison.Ordinal));
        (exit, errors) = await BuildAsync(scratch);
        Assert.Equal(2, exit);
        Assert.StartsWith(
            "src/Metrics/MeanLight.cs(6,51): error own-code-invalid: 'RunResult' does not contain a definition for 'Date'",
            errors,
            StringComparison.Ordinal
        );

        scratch.Write("src/Metrics/MeanLight.cs", Example);
        Assert.Equal((0, ""), await BuildAsync(scratch));
        var evaluated = await RecordAsync(scratch);
        var light = evaluated["metrics"]!["own.mean_light"]!.GetValue<double>();
        Assert.InRange(light, 0.01, 0.5);
        Assert.Equal($"{trained["keys"]!["train"]}", $"{evaluated["keys"]!["train"]}");
        Assert.NotEqual($"{trained["keys"]!["evaluation"]}", $"{evaluated["keys"]!["evaluation"]}");
        Assert.NotNull(evaluated["inputs"]!["evaluation_code"]!["src/Metrics/MeanLight.cs"]);
        Assert.Contains(
            light.ToString("F4", CultureInfo.InvariantCulture),
            await scratch.ReadAsync("site/en/one.html"),
            StringComparison.Ordinal
        );
    }

    /// <summary>As the README shows it.</summary>
    private static string Example =>
        Code()
            .Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n"))
            .Groups[1]
            .Value;

    private static async Task<JsonNode> RecordAsync(Scratch scratch) =>
        JsonNode.Parse(await scratch.ReadAsync("site/data/ae/run.json"))!;

    private static async Task<(int Exit, string Errors)> BuildAsync(Scratch scratch)
    {
        var (exit, _, errors) = await RealRecto.RunAsync("build", "--no-pdf", "--root", scratch.Path);
        return (exit, errors);
    }

    [GeneratedRegex(@"## Add a metric of your own.*?```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
