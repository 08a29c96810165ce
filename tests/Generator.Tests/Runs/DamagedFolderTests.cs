using Recto.Diagnostics;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class DamagedFolderTests
{
    [Theory]
    [InlineData("curves.csv", "curves.csv is not what its digest in SHA256SUMS says")]
    [InlineData("environment.json", "environment.json is not what its digest in SHA256SUMS says")]
    [InlineData("SHA256SUMS", "SHA256SUMS is no list of digests")]
    [InlineData("run.json", "run.json is unreadable: ")]
    public static async Task A_file_cut_short_is_noticed_and_the_run_made_anew(string file, string what)
    {
        using var scratch = new Scratch();
        var folder = await TrainedAsync(scratch);
        using (var stream = File.OpenWrite(Path.Combine(folder, file)))
        {
            stream.SetLength(stream.Length / 2 - 1); // in the middle of a line
        }

        await IsMadeAnewAsync(scratch, what);
    }

    [Theory]
    [InlineData("curves.csv", "curves.csv is missing")]
    [InlineData("run.json", "run.json is missing")]
    [InlineData("SHA256SUMS", "SHA256SUMS is missing")]
    public static async Task A_file_deleted_is_noticed_and_the_run_made_anew(string file, string what)
    {
        using var scratch = new Scratch();
        File.Delete(Path.Combine(await TrainedAsync(scratch), file));
        await IsMadeAnewAsync(scratch, what);
    }

    [Fact]
    public static async Task An_edited_metric_is_noticed_and_the_run_made_anew()
    {
        using var scratch = new Scratch();
        var record = Path.Combine(await TrainedAsync(scratch), "run.json");
        var cancel = TestContext.Current.CancellationToken;
        var text = await File.ReadAllTextAsync(record, cancel);
        Assert.Contains("0.5", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(record, text.Replace("0.5", "0.4", StringComparison.Ordinal), cancel);
        await IsMadeAnewAsync(scratch, "run.json is not what its digest in SHA256SUMS says");
    }

    [Theory]
    [InlineData("curves.csv")]
    [InlineData("environment.json")]
    [InlineData("run.json")]
    public static async Task A_seal_that_lost_a_line_vouches_for_less_than_is_needed(string file)
    {
        using var scratch = new Scratch();
        var seal = Path.Combine(await TrainedAsync(scratch), "SHA256SUMS");
        var cancel = TestContext.Current.CancellationToken;
        var lines = await File.ReadAllLinesAsync(seal, cancel);
        await File.WriteAllTextAsync(
            seal,
            string.Concat(lines.Where(l => !l.EndsWith(file, StringComparison.Ordinal)).Select(l => l + "\n")),
            cancel
        );
        await IsMadeAnewAsync(scratch, $"{file} is not listed in SHA256SUMS");
    }

    [Fact]
    public static async Task The_keys_of_another_run_are_noticed()
    {
        using var scratch = new Scratch();
        var folder = await TrainedAsync(scratch);
        Directory.Move(folder, scratch["aside"]);
        var other = (await RunAsync(scratch, new(), seed: 7)).ById["ae"].Folder;
        Directory.Move(other, folder);
        await IsMadeAnewAsync(scratch, "run.json has other keys than the folder's name");
    }

    [Fact]
    public static async Task A_stranger_does_no_harm()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(
            Path.Combine(await TrainedAsync(scratch), ".DS_Store"),
            "",
            TestContext.Current.CancellationToken
        );
        var bag = new DiagnosticBag();
        await Runner.RunAsync(
            SomeRuns.Plan("ae"),
            SomeRuns.Closed(scratch),
            new RunOptions(Fresh: false, Jobs: 1),
            bag,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(bag.Sorted());
    }

    private static async Task<string> TrainedAsync(Scratch scratch) =>
        (await RunAsync(scratch, new())).ById["ae"].Folder;

    private static async Task IsMadeAnewAsync(Scratch scratch, string what)
    {
        var bag = new DiagnosticBag();
        var run = (await RunAsync(scratch, bag)).ById["ae"];

        Assert.Equal(0.5, run.Record.Metrics["test.mse"]);
        var folder = Path.GetRelativePath(scratch.Path, run.Folder).Replace('\\', '/');
        var start = $"content/1/zh.md(4,3): warning run-damaged: {folder} is not used and the run is made anew: {what}";
        Assert.StartsWith(start, Assert.Single(bag.Sorted()).ToString(), StringComparison.Ordinal);

        var after = new DiagnosticBag();
        await RunAsync(scratch, after);
        Assert.Empty(after.Sorted());
    }

    private static Task<RunSet> RunAsync(Scratch scratch, DiagnosticBag bag, long seed = 0) =>
        Runner.RunAsync(
            new Recto.Planning.Plan([SomeRuns.Run("ae", seed, 2)]),
            SomeRuns.Doors(scratch),
            new RunOptions(Fresh: false, Jobs: 1),
            bag,
            TestContext.Current.CancellationToken
        );
}
