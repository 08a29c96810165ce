using System.Diagnostics;

namespace Recto.Bench;

/// <summary>The build script, as its user starts it.</summary>
internal static class Script
{
    /// <summary>Seconds from start to end.</summary>
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public static async Task<double> SecondsAsync(params IEnumerable<string> arguments)
    {
        string[] command = OperatingSystem.IsWindows() ? ["pwsh", "build.ps1"] : ["sh", "build.sh"];
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], [.. command.Skip(1), .. arguments]))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"the build ended with exit code {process.ExitCode}");
    }
}
