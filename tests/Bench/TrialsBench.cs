using System.Globalization;
using Recto.Trials;

namespace Recto.Bench;

/// <summary>Kills builds and spoils folders, many times, at random; training is a stub's, so that nothing but safety is tried.</summary>
internal static class TrialsBench
{
    private const int Times = 200;
    private const int KillsInARow = 2;

    private static readonly string[] Recto =
    [
        "dotnet",
        Path.GetFullPath("tests/StandIns/bin/Release/net10.0/stand-ins.dll"),
        "recto",
    ];

    public static async Task<int> KillsAsync(IReadOnlyList<string> arguments)
    {
        var (times, seed) = Read(arguments);
        string[] options = arguments.Contains("--pdf") ? [] : ["--no-pdf"];
        using var report = new TrialReport(Recto);
        var trials = new KillTrials(report, new Random(seed), options);
        await trials.PrepareAsync();
        var outcomes = new List<(string What, IReadOnlyList<string> Troubles)>();
        while (outcomes.Count < times)
        {
            var row = await trials.RunAsync(Math.Min(KillsInARow, times - outcomes.Count));
            outcomes.AddRange(row.Select(o => Said(o.Target + ", " + o.Phase, o.Troubles)));
        }

        return Tell("kills", outcomes);
    }

    public static async Task<int> DamageAsync(IReadOnlyList<string> arguments)
    {
        var (times, seed) = Read(arguments);
        using var report = new TrialReport(Recto);
        var trials = new DamageTrials(report, new Random(seed), ["--no-pdf"]);
        await trials.PrepareAsync();
        var outcomes = new List<(string What, IReadOnlyList<string> Troubles)>();
        while (outcomes.Count < times)
        {
            var outcome = await trials.RunAsync();
            outcomes.Add(Said(outcome.What, outcome.Troubles));
        }

        return Tell("damaged folders", outcomes);
    }

    private static (int Times, int Seed) Read(IReadOnlyList<string> arguments)
    {
        var numbers = arguments.Where(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture));
        return numbers.ToList() switch
        {
            [var times, var seed, ..] => (times, seed),
            [var times] => (times, 1),
            _ => (Times, 1),
        };
    }

    /// <summary>At once, since many take long.</summary>
    private static (string What, IReadOnlyList<string> Troubles) Said(string what, IReadOnlyList<string> troubles)
    {
        Console.WriteLine(troubles.Count == 0 ? what : $"{what}: TROUBLE: {string.Join("; ", troubles)}");
        return (what, troubles);
    }

    private static int Tell(string what, List<(string What, IReadOnlyList<string> Troubles)> outcomes)
    {
        foreach (var group in outcomes.GroupBy(o => o.What).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{group.Count(), 5}  {group.Key}");
        }

        var bad = outcomes.Count(o => o.Troubles.Count > 0);
        Console.WriteLine($"{outcomes.Count} {what}, {bad} with trouble");
        return bad == 0 ? 0 : 1;
    }
}
