using Recto.Trials;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>Random kills and damage, with real training; <c>./build.sh bench kills</c> and <c>damage</c> try many more.</summary>
public static class TrialsTests
{
    private static readonly string[] Real = ["dotnet", Path.Combine(AppContext.BaseDirectory, "recto.dll")];

    [Fact]
    public static async Task After_any_kill_the_site_is_whole_and_the_next_build_completes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked up in /proc");
        using var report = new TrialReport(Real);
        var trials = new KillTrials(report, new Random(4), ["--no-pdf"]);
        await trials.PrepareAsync();
        var outcomes = new List<KillOutcome>();
        for (var row = 0; row < 3; row++)
        {
            outcomes.AddRange(await trials.RunAsync(kills: 4));
        }

        Assert.All(outcomes, o => Assert.True(o.Troubles.Count == 0, $"{o}: {string.Join("; ", o.Troubles)}"));
    }

    [Fact]
    public static async Task Any_damage_is_named_and_made_anew()
    {
        using var report = new TrialReport(Real);
        var trials = new DamageTrials(report, new Random(4), ["--no-pdf"]);
        await trials.PrepareAsync();
        var outcomes = new List<DamageOutcome>();
        for (var i = 0; i < 8; i++)
        {
            outcomes.Add(await trials.RunAsync());
        }

        Assert.All(outcomes, o => Assert.True(o.Troubles.Count == 0, $"{o}: {string.Join("; ", o.Troubles)}"));
    }
}
