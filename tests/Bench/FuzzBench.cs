using System.Diagnostics;

namespace Recto.Bench;

/// <summary>Odd reports, many of them: each is answered with diagnostics, in time, and nothing else happens.</summary>
internal static class FuzzBench
{
    private const string StandIns = "tests/StandIns/bin/Release/net10.0/stand-ins.dll";

    /// <param name="arguments">How many, and the first one's seed.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var times = arguments.ElementAtOrDefault(0) ?? "10000";
        var seed = arguments.ElementAtOrDefault(1) ?? "1";
        const string Each = "1"; // There is time to build whatever is right.
        using var process = Process.Start(new ProcessStartInfo("dotnet", [StandIns, "fuzz", times, seed, Each]))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
