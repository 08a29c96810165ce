using Recto.Diagnostics;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>Further seeds are published light: numbers without the weights they were measured with.</summary>
public static class SeedsTests
{
    private static readonly RunOptions OneJob = new(Fresh: false, Jobs: 1);

    private static readonly Plan Family = new([
        SomeRuns.Run("ae", 1, 2),
        SomeRuns.Run("ae.2", 2, 2),
        SomeRuns.Run("child", 1, 3).With(after: "ae"),
        SomeRuns.Run("child.2", 2, 3).With(after: "ae.2"),
    ]);

    [Fact]
    public static async Task A_further_seed_is_published_without_weights_and_arrays()
    {
        using var scratch = new Scratch();
        var files = Evidence.Of((await RunAsync(scratch, Family)).Runs).Files.Keys;
        Assert.Equal(
            [
                "data/ae.2/SHA256SUMS",
                "data/ae.2/curves.csv",
                "data/ae.2/environment.json",
                "data/ae.2/run.json",
                "data/ae/SHA256SUMS",
                "data/ae/curves.csv",
                "data/ae/environment.json",
                "data/ae/run.json",
                "data/ae/weights.safetensors",
            ],
            files.Where(f => f.StartsWith("data/ae", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public static async Task Light_evidence_is_a_known_result_and_published_again_byte_for_byte()
    {
        using var scratch = new Scratch();
        var published = await PublishedAsync(scratch, Family);
        var bag = new DiagnosticBag();
        var runs = await Runner.RunAsync(Family, SomeRuns.Closed(scratch), OneJob, bag, Cancel);

        Assert.Empty(bag.Sorted());
        Assert.False(runs.ById["ae.2"].IsWhole);
        Assert.True(runs.ById["ae"].IsWhole);
        Assert.Equal(0.5, runs.ById["ae.2"].Record.Metrics["test.mse"]);
        Assert.Equal(published.OrderBy(f => f.Key), Evidence.Of(runs).Files.OrderBy(f => f.Key));
    }

    [Fact]
    public static async Task Where_a_run_needs_the_weights_the_light_one_is_trained_again_and_that_is_said()
    {
        using var scratch = new Scratch();
        await PublishedAsync(scratch, Family);
        Directory.Delete(scratch["site/data/child.2"], recursive: true);
        var (runs, said) = await RunAsync(scratch, Family);

        Assert.Equal(4, runs.ById.Count);
        Assert.Contains(
            "  ae.2     published without its weights, which child.2 needs; to train",
            said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ae", "weights.safetensors is missing")]
    [InlineData("ae.2", "environment.json is missing")]
    public static async Task Only_a_further_seed_may_be_light_and_its_seal_holds_too(string run, string what)
    {
        using var scratch = new Scratch();
        var published = await PublishedAsync(scratch, Family);
        if (run == "ae")
        {
            // As light and as well sealed as the further seed beside it.
            File.Delete(scratch["site/data/ae/weights.safetensors"]);
            var light = RunFolder.SealOf(RunFolder.FilesOf(scratch["site/data/ae"]));
            await File.WriteAllTextAsync(scratch["site/data/ae/SHA256SUMS"], light, Cancel);
        }
        else
        {
            File.Delete(scratch["site/data/ae.2/environment.json"]);
        }

        var bag = new DiagnosticBag();
        await Runner.RunAsync(Family, SomeRuns.Doors(scratch), OneJob, bag, Cancel);
        Assert.NotEmpty(published);
        Assert.EndsWith(
            $"site/data/{run} is not used and the run is made anew: {what}",
            Assert.Single(bag.Sorted()).ToString(),
            StringComparison.Ordinal
        );
    }

    /// <summary>As a fresh clone has it: evidence and no cache.</summary>
    private static async Task<IReadOnlyDictionary<string, byte[]>> PublishedAsync(Scratch scratch, Plan plan)
    {
        var files = Evidence.Of((await RunAsync(scratch, plan)).Runs).Files;
        foreach (var (path, bytes) in files)
        {
            scratch.Write("site/" + path, bytes);
        }

        Directory.Delete(scratch[".cache"], recursive: true);
        return files;
    }

    private static async Task<(RunSet Runs, string Said)> RunAsync(Scratch scratch, Plan plan)
    {
        var (bag, log) = (new DiagnosticBag(), new StringWriter());
        var runs = await Runner.RunAsync(plan, SomeRuns.Doors(scratch, log), OneJob, bag, Cancel);
        Assert.Empty(bag.Sorted());
        return (runs, log.ToString());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
