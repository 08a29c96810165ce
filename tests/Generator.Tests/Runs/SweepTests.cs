using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>A build may be killed while a result takes the place of an older one.</summary>
public static class SweepTests
{
    [Fact]
    public static void A_result_whose_successor_never_came_is_put_back()
    {
        using var scratch = new Scratch();
        scratch.Write(".cache/runs/.was-a/run.json", "older");
        scratch.Write(".cache/runs/.new-1-a/run.json", "half");
        RunStore.Sweep(scratch.Workspace);
        Assert.Equal(["a/run.json"], scratch.Files(".cache/runs"));
    }

    [Fact]
    public static void A_result_whose_successor_is_there_is_removed()
    {
        using var scratch = new Scratch();
        scratch.Write(".cache/runs/.was-a/run.json", "older");
        scratch.Write(".cache/runs/a/run.json", "newer");
        RunStore.Sweep(scratch.Workspace);
        Assert.Equal("newer", File.ReadAllText(scratch[".cache/runs/a/run.json"]));
        Assert.Equal(["a/run.json"], scratch.Files(".cache/runs"));
    }
}
