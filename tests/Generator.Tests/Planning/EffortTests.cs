using Recto.Content;
using Recto.Diagnostics;
using Recto.Planning;
using Xunit;

namespace Recto.Tests.Planning;

public static class EffortTests
{
    [Fact]
    public static void The_longest_runs_of_the_report_are_known_before_they_are_made()
    {
        var bag = new DiagnosticBag();
        var book = BookReader.Read(new Workspace(Repository.Root, Repository.Root, "unused"), bag)!;
        var longest = book.Experiments.OrderByDescending(e => Effort.Of(e.Value.Spec)).Select(e => e.Key).ToList();
        Assert.Equal(["cae", "cae_denoise", "cae_supervised", "vae_bce", "vae_mse"], longest.Take(5).Order());
        Assert.True(longest.IndexOf("sdae_greedy") < longest.IndexOf("sdae"), "stages count");
        Assert.Equal("pca", longest[^1]);
    }
}
