using System.Diagnostics;

namespace Recto.Bench;

/// <summary>How long a training step takes, by the very worker that builds train with; see steps.sh for the peer.</summary>
internal static class StepsBench
{
    private const string Sources = "src/Experiments";

    /// <param name="arguments">The worker's own: <c>--threads 1</c>, <c>--where</c>, names of networks.</param>
    public static async Task<int> RunAsync(IEnumerable<string> arguments)
    {
        var built = await DotnetAsync(
            "build",
            Sources,
            "--configuration",
            "Release",
            "--nologo",
            "-clp:ErrorsOnly;NoSummary"
        );
        if (built != 0)
        {
            return built;
        }

        var worker = Directory.GetFiles($"{Sources}/bin/Release", "recto-worker.dll", SearchOption.AllDirectories)[0];
        return await DotnetAsync([worker, "bench", "steps", .. arguments]);
    }

    private static async Task<int> DotnetAsync(params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
