using System.Globalization;

namespace Recto.Bench;

/// <summary>How long a build takes as a whole process, script included: with nothing to do, and with one changed paragraph; and a check.</summary>
internal static class BuildBench
{
    private const int Times = 10;

    /// <summary>A PDF takes as long as Chromium takes.</summary>
    private const int TimesPrinted = 3;

    /// <summary>From the repository's folder, where the scripts start this program; leaves the report as it was.</summary>
    public static async Task<int> RunAsync()
    {
        var first = await Script.SecondsAsync();
        await ReportAsync("build with nothing to do", await ManyAsync(Times, () => Script.SecondsAsync()));
        await Console.Out.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"(the one before took {first:0.0} s)")
        );

        await ReportAsync("check", await ManyAsync(Times, () => Script.SecondsAsync("check")));
        var chapter = Directory
            .EnumerateFiles("content", "en.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        var text = await File.ReadAllTextAsync(chapter);
        try
        {
            await ReportAsync(
                "one changed paragraph, no PDF",
                await ManyAsync(Times, i => ChangedAsync(i, "--no-pdf"))
            );
            await ReportAsync(
                "one changed paragraph and its PDF",
                await ManyAsync(TimesPrinted, i => ChangedAsync(i + Times))
            );
        }
        finally
        {
            await File.WriteAllTextAsync(chapter, text);
            await Script.SecondsAsync();
        }

        return 0;

        async Task<double> ChangedAsync(int i, params string[] options)
        {
            await File.WriteAllTextAsync(chapter, $"{text}\nA paragraph, changed for the {i}th time.\n");
            return await Script.SecondsAsync(["build", .. options]);
        }
    }

    private static Task<List<double>> ManyAsync(int times, Func<Task<double>> once) => ManyAsync(times, _ => once());

    private static async Task<List<double>> ManyAsync(int times, Func<int, Task<double>> once)
    {
        var seconds = new List<double>();
        for (var i = 0; i < times; i++)
        {
            seconds.Add(await once(i));
        }

        return seconds;
    }

    private static async Task ReportAsync(string what, List<double> seconds)
    {
        seconds.Sort();
        var median = (seconds[(seconds.Count - 1) / 2] + seconds[seconds.Count / 2]) / 2;
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: median {median:0.000} s of {seconds.Count} ({seconds[0]:0.000} to {seconds[^1]:0.000})"
            )
        );
    }
}
