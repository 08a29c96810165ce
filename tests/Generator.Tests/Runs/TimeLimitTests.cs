using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class TimeLimitTests
{
    [Theory]
    [InlineData(null, 2, 720)] // never made
    [InlineData(60.0, 2, 30)]
    [InlineData(600.0, 2, 100)]
    [InlineData(600.0, 5, 200)] // twice the effort: an epoch more is evaluation
    public static async Task Without_a_declared_one_it_follows_what_the_run_took_before(
        double? seconds,
        int epochs,
        double minutes
    )
    {
        using var scratch = new Scratch();
        var planned = SomeRuns.Run("ae", 1, epochs);
        var state = new RunState(planned, SomeRuns.Code, new("", ""));
        if (seconds is { } took)
        {
            var before = new Plan([SomeRuns.Run("ae", 1, 2)]);
            var options = new RunOptions(Fresh: false, Jobs: 1);
            var cancel = TestContext.Current.CancellationToken;
            var run = (await Runner.RunAsync(before, SomeRuns.Doors(scratch), options, new(), cancel)).ById["ae"];
            state = state with { Last = run with { Environment = run.Environment with { TotalSeconds = took } } };
        }

        Assert.Equal(minutes, TimeLimit.Of(state, null).TotalMinutes, 6);
        Assert.Equal(0.5, TimeLimit.Of(state, TimeSpan.FromSeconds(30)).TotalMinutes);
    }
}
