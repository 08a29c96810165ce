using System.Globalization;
using System.Text.Json;

namespace Recto.Bench;

/// <summary>Whether training everything keeps the cores busy: its time against the runs' own times, shared evenly.</summary>
internal static class FullBench
{
    /// <summary>Trains the demo again, every run of the report in a few epochs.</summary>
    public static async Task<int> RunAsync()
    {
        await Script.SecondsAsync("demo", "--no-pdf"); // Compiles the worker, so that this is not counted.
        var took = await Script.SecondsAsync("demo", "--fresh", "--no-pdf");
        var runs = Directory
            .EnumerateFiles(Path.Combine("out", "demo", "data"), "environment.json", SearchOption.AllDirectories)
            .Select(Seconds)
            .ToList();
        var ideal = runs.Sum() / Environment.ProcessorCount;
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"training {runs.Count} runs on {Environment.ProcessorCount} cores: {took:0.0} s, {took / ideal:0.00} × the runs' {runs.Sum():0.0} s shared evenly; the longest takes {runs.Max():0.0} s"
            )
        );
        return 0;
    }

    private static double Seconds(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.GetProperty("total_seconds").GetDouble();
    }
}
