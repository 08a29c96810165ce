using Recto.Diagnostics;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class DamagedFolderTests
{
    [Theory]
    [InlineData("curves.csv", "its files are not those that SHA256SUMS lists")]
    [InlineData("environment.json", "its files are not those that SHA256SUMS lists")]
    [InlineData("SHA256SUMS", "its files are not those that SHA256SUMS lists")]
    [InlineData("run.json", "run.json is unreadable: ")]
    public static async Task A_file_cut_short_is_noticed_and_the_run_made_anew(string file, string what)
    {
        using var scratch = new Scratch();
        var folder = await TrainedAsync(scratch);
        using (var stream = File.OpenWrite(Path.Combine(folder, file)))
        {
            stream.SetLength(stream.Length / 2);
        }

        await IsMadeAnewAsync(scratch, what);
    }

    [Theory]
    [InlineData("curves.csv", "its files are not those that SHA256SUMS lists")]
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
        await IsMadeAnewAsync(scratch, "its files are not those that SHA256SUMS lists");
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

    private static Task<RunSet> RunAsync(Scratch scratch, DiagnosticBag bag) =>
        Runner.RunAsync(
            SomeRuns.Plan("ae"),
            SomeRuns.Doors(scratch),
            new RunOptions(Fresh: false, Jobs: 1),
            bag,
            TestContext.Current.CancellationToken
        );
}
