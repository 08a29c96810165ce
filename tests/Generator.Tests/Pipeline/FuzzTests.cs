using System.Diagnostics;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>Chapters, declarations and expressions that chance has spoilt; <c>./build.sh bench fuzz</c> tries many more.</summary>
public static class FuzzTests
{
    private const int Times = 500;

    [Fact]
    public static async Task Whatever_is_written_is_answered_with_diagnostics_in_time_and_the_site_stays_as_it_was()
    {
        var halves = await Task.WhenAll(FuzzAsync(1), FuzzAsync(1 + Times / 2));
        Assert.All(halves, half => Assert.True(half.Exit == 0, half.Output));
        Assert.All(
            halves,
            half => Assert.Contains($"\n{Times / 2} odd reports in ", half.Output, StringComparison.Ordinal)
        );
    }

    private static async Task<(int Exit, string Output)> FuzzAsync(int seed)
    {
        string[] command = [Scratch.StandIns, "fuzz", $"{Times / 2}", $"{seed}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
