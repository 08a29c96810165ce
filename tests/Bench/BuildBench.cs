using System.Diagnostics;
using System.Globalization;

namespace Recto.Bench;

/// <summary>How long a build with nothing to do takes, as a whole process, script included.</summary>
internal static class BuildBench
{
    private const int Times = 10;

    /// <summary>From the repository's folder, where the scripts start this program.</summary>
    public static async Task<int> RunAsync()
    {
        string[] command = OperatingSystem.IsWindows() ? ["pwsh", "build.ps1"] : ["sh", "build.sh"];
        var first = await SecondsAsync(command);
        var rest = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            rest.Add(await SecondsAsync(command));
        }

        rest.Sort();
        var median = (rest[(Times - 1) / 2] + rest[Times / 2]) / 2;
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"build with nothing to do: median {median:0.000} s of {Times} ({rest[0]:0.000} to {rest[^1]:0.000}); the one before took {first:0.0} s"
            )
        );
        return 0;
    }

    private static async Task<double> SecondsAsync(string[] command)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"the build ended with exit code {process.ExitCode}");
    }
}
