using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>
/// Nothing is tied to the first report: another one is begun with <c>recto new</c> in a folder of its own, with another
/// title, one language, other data and networks and a sweep over code sizes; trained, printed, and looked through.
/// </summary>
public static partial class SecondReportTests
{
    private const string Title = "What a Code Keeps";

    private const string Sizes = """
        ---
        title: Code sizes
        experiments:
          width:
            foreach: { code: [2, 8] }
            model: { kind: dense, layers: [784, 24, $code], activation: tanh, code: linear, output: sigmoid }
            data: DATA
            loss: bce
            epochs: 1
            seeds: 2
          drawn: { model: { kind: vae, layers: [784, 24, 2], activation: relu, output: sigmoid }, data: DATA, loss: bce, epochs: 1 }
        ---
        # Code sizes {#sizes}

        A code of two keeps {{ width_2.test.mse | spread 4 }}, and the least of all is {{ width.test.mse.min | fixed 4 }}, at {{ width.test.mse.at_min }}. The variational one has {{ drawn.test.mse | fixed 4 }}.

        ![A line that falls from left to right](figure:sweep "Error by code size."){#fig-width runs=width metric=test.mse log=x}

        ```metrics {#tbl-width}
        caption: The sweep.
        runs: [width, drawn]
        columns: [{ metric: test.mse, format: fixed 4 }]
        ```
        """;

    [Fact]
    public static async Task Another_report_is_built_from_a_scaffold_and_knows_nothing_of_the_first()
    {
        using var scratch = new Scratch();
        var root = scratch["second"];
        await RunAsync("new", "report", root, "--title", Title, "--data", Data);
        await RunAsync("new", "chapter", "20-sizes", "--root", root);
        await RunAsync("new", "experiment", "deeper", "--in", "10-first-look", "--root", root);
        foreach (var file in (string[])["10-first-look", "20-sizes"])
        {
            var text = file == "20-sizes" ? Sizes : await scratch.ReadAsync($"second/content/{file}/en.md");
            var quick = text.Replace("epochs: 5", "epochs: 1", StringComparison.Ordinal);
            scratch.Write(
                $"second/content/{file}/en.md",
                quick.Replace("DATA", Data, StringComparison.Ordinal).ReplaceLineEndings("\n")
            );
        }

        await RunAsync("build", "--root", root);

        var home = await scratch.ReadAsync("second/site/en/index.html");
        Assert.Contains("<html lang=\"en\">", home, StringComparison.Ordinal);
        Assert.Contains($"<title>{Title}</title>", home, StringComparison.Ordinal);
        Assert.Equal(["en"], Folders(scratch["second/site"]).Intersect(["zh", "en", "both"]));
        Assert.Equal(
            ["deeper", "drawn", "narrow", "wide", "width_2", "width_2.2", "width_8", "width_8.2"],
            Folders(scratch["second/site/data"])
        );
        Assert.StartsWith("%PDF-", await scratch.ReadAsync("second/site/report.en.pdf"), StringComparison.Ordinal);

        // Every number is what its runs recorded.
        var page = Tags().Replace(await scratch.ReadAsync("second/site/en/20-sizes.html"), "");
        var (two, eight) = (await MseAsync(scratch, "width_2"), await MseAsync(scratch, "width_8"));
        var least = Math.Min(two, eight);
        Assert.Contains($"A code of two keeps {Fixed(two)}\u202F±\u202F", page, StringComparison.Ordinal);
        Assert.Contains(
            $"the least of all is {Fixed(least)}, at {(least == two ? 2 : 8)}.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"The variational one has {Fixed(await MseAsync(scratch, "drawn"))}.",
            page,
            StringComparison.Ordinal
        );

        Assert.Empty(Traces(scratch));
    }

    /// <summary>Fashion-MNIST where its files are at hand; the drawn digits need none.</summary>
    private static string Data =>
        Environment.GetEnvironmentVariable("RECTO_DATA") is { Length: > 0 } data
        && Directory.Exists(Path.Combine(data, "fashion-mnist"))
            ? "fashion-mnist"
            : "strokes";

    /// <summary>Words of the first report, and Chinese ones, in whatever the second publishes.</summary>
    private static IEnumerable<string> Traces(Scratch scratch)
    {
        var workspace = new Workspace(Repository.Root, Repository.Root, Path.Combine(Repository.Root, "site"));
        var first = BookReader.Read(workspace, new())!;
        var words = first
            .Report.Languages.Select(l => first.Report.Title[l])
            .Append(first.Report.Url)
            .Concat(first.Report.Authors)
            .Concat(first.Chapters.SelectMany(c => c.Editions.Values).Select(e => $">{e.Title.Value}<"))
            .Concat(first.Chapters.Select(c => c.Folder))
            .Concat(first.Experiments.Keys.Where(id => id.Contains('_', StringComparison.Ordinal)))
            .Append("MNIST")
            .Except(
                TermsReader
                    .Read(workspace, first.Report.Languages, new())
                    .SelectMany(t => t.Words.Values)
                    .Select(w => $">{w}<")
            )
            .ToList();
        foreach (
            var file in scratch.Files("second/site").Where(f => Path.GetExtension(f) is ".html" or ".json" or ".xml")
        )
        {
            var text = File.ReadAllText(scratch[$"second/site/{file}"]);
            foreach (var word in words.Where(w => text.Contains(w, StringComparison.Ordinal)))
            {
                yield return $"{file}: {word}";
            }

            if (Han().Match(text) is { Success: true } han)
            {
                yield return $"{file}: {han.Value}";
            }
        }
    }

    /// <summary>The mean of all seeds.</summary>
    private static async Task<double> MseAsync(Scratch scratch, string run)
    {
        var values = new List<double>();
        foreach (var id in Folders(scratch["second/site/data"]).Where(f => f.Split('.')[0] == run))
        {
            var record = JsonNode.Parse(await scratch.ReadAsync($"second/site/data/{id}/run.json"))!;
            values.Add(record["metrics"]!["test.mse"]!.GetValue<double>());
        }

        return values.Average();
    }

    private static string Fixed(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Folders(string folder) =>
        Directory.GetDirectories(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static async Task RunAsync(params string[] arguments)
    {
        var (exit, _, errors) = await RealRecto.RunAsync(arguments);
        Assert.Equal((0, ""), (exit, errors));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Han();
}
