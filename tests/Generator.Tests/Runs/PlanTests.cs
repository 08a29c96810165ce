using Recto.Diagnostics;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>What <c>recto plan</c> and the head of a build say, before anything is spent.</summary>
public static class PlanTests
{
    private static readonly RunOptions All = new(Fresh: false, Jobs: 2);

    private static Plan Family(int epochs, params string[] probes) =>
        new([
            Probed(SomeRuns.Run("parent", 1, epochs), probes),
            SomeRuns.Run("child", 2, 4).With(after: "parent"),
            SomeRuns.Run("other", 3, 2) with
            {
                IsTimed = true,
            },
        ])
        {
            Figures = [new("fig-a", ["parent"]), new("fig-b", ["other"])],
            Pages =
            [
                new("zh/1.html", "report.zh.pdf", new HashSet<string> { "parent" }),
                new("en/1.html", "report.en.pdf", new HashSet<string> { "parent" }),
                new("zh/2.html", "report.zh.pdf", new HashSet<string> { "other" }),
            ],
        };

    [Fact]
    public static async Task All_that_is_missing_is_to_be_trained()
    {
        using var scratch = new Scratch();
        Assert.Equal(
            """
              parent  missing; to train, 3 s (a rule of thumb)
              child   missing; to train, 3 s (a rule of thumb)
              other   missing; to train, alone, 3 s (a rule of thumb)
            runs: 3 missing; to make: 3, in about 10 s with 2 workers side by side
            figures made anew: fig-a, fig-b
            pages made anew: zh/1.html, en/1.html, zh/2.html
            PDFs made anew: report.zh.pdf, report.en.pdf
            """,
            Words(scratch, Family(2), All)
        );
        await TrainAsync(scratch, Family(2));
        Assert.Equal(
            """
              parent  fresh
              child   fresh
              other   fresh
            runs: 3 fresh; nothing to make
            """,
            Words(scratch, Family(2), All)
        );
    }

    [Fact]
    public static async Task Of_what_is_stale_it_is_said_why_and_what_will_be_made_anew()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, Family(2));
        Assert.Equal(
            """
              parent  stale: epochs 2 → 11; to train, 4 s (its last time, scaled by effort)
              child   stale: parent run parent; to train, 1 s (as last time)
              other   fresh
            runs: 1 fresh, 2 stale; to make: 2, in about 5 s with 2 workers side by side
            figures made anew: fig-a
            pages made anew: zh/1.html, en/1.html
            PDFs made anew: report.zh.pdf, report.en.pdf
            """,
            Words(scratch, Family(11), All)
        );
    }

    [Fact]
    public static async Task What_is_made_again_for_its_own_sake_is_not_called_stale()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, Family(2));
        Assert.StartsWith(
            """
              parent  fresh; to train, 1 s (as last time)
              child   fresh; to train, 1 s (as last time)
              other   fresh; to train, alone, 1 s (as last time)
            runs: 3 fresh; to make: 3, in about 3 s with 2 workers side by side
            """,
            Words(scratch, Family(2), All with { Fresh = true }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static async Task A_new_probe_is_evaluation_only_and_what_was_not_asked_for_is_not_made()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, Family(2));
        Assert.StartsWith(
            "  parent  stale: probes [] → [codes]; evaluation only, 1 s (evaluation alone)\n  child   fresh\n",
            Words(scratch, Family(2, "codes"), All),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "  parent  stale: probes [] → [codes]; is not made\n  child   fresh\n  other   fresh\nruns: 2 fresh, 1 stale; nothing to make",
            Words(scratch, Family(2, "codes"), All with { NoTrain = true }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static async Task More_minutes_than_are_allowed_are_not_begun()
    {
        using var scratch = new Scratch();
        var plan = new Plan([SomeRuns.Run("long", 1, 1_000_000)]);
        var stop = await Assert.ThrowsAsync<ReportException>(() =>
            Runner.RunAsync(
                plan,
                SomeRuns.Closed(scratch),
                All with
                {
                    MaxMinutes = 90,
                },
                new DiagnosticBag(),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(ExitCode.AuthorMistake, stop.Exit);
        Assert.Matches(
            @"^the runs that are due are expected to take \d+ min \d+ s, more than --max-minutes 90 allows: nothing was begun; ",
            stop.Sentence
        );
        await TrainAsync(scratch, Family(2), All with { MaxMinutes = 1 });
    }

    [Fact]
    public static async Task Programs_read_it_as_JSON()
    {
        using var scratch = new Scratch();
        await TrainAsync(scratch, Family(2));
        Assert.Equal(
            """
            {
              "runs": [
                {
                  "id": "parent",
                  "state": "stale",
                  "work": "evaluate",
                  "due": true,
                  "alone": false,
                  "seconds": 0,
                  "basis": "evaluation alone",
                  "changes": [
                    {
                      "kind": "configuration",
                      "part": "probes",
                      "old": "[]",
                      "new": "[codes]",
                      "evaluation_only": true
                    }
                  ]
                },
            """,
            string.Join('\n', PlanJson.Of(Forecast(scratch, Family(2, "codes"), All)).Split('\n').Take(20))
        );
    }

    /// <summary>Nothing is written, not even a note of what was read.</summary>
    [Fact]
    public static void It_touches_nothing()
    {
        using var scratch = new Scratch();
        Words(scratch, Family(2), All);
        Assert.Empty(scratch.Files("."));
    }

    private static string Words(Scratch scratch, Plan plan, RunOptions options) =>
        string.Join('\n', PlanWords.Of(Forecast(scratch, plan, options), all: true));

    private static Forecast Forecast(Scratch scratch, Plan plan, RunOptions options)
    {
        var states = new RunStore(scratch.Workspace, SomeRuns.Code).Find(plan, new DiagnosticBag());
        return Recto.Runs.Forecast.Of(plan, Choice.Of(states, options), options);
    }

    private static async Task TrainAsync(Scratch scratch, Plan plan, RunOptions? options = null)
    {
        var bag = new DiagnosticBag();
        await Runner.RunAsync(
            plan,
            SomeRuns.Doors(scratch),
            options ?? All,
            bag,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(bag.Sorted());
    }

    private static PlannedRun Probed(PlannedRun run, string[] probes) =>
        run with
        {
            Spec = run.Spec with { Probes = probes },
        };
}
