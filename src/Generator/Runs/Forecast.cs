using Recto.Planning;

namespace Recto.Runs;

/// <summary>What a build will do with its runs, before anything is spent.</summary>
/// <param name="Seconds">From start to end, side by side.</param>
public sealed record Forecast(IReadOnlyList<RunForecast> Runs, int Jobs, double Seconds)
{
    /// <summary>Ids of the figures that show what is made.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>Paths below the site.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>Paths below the site.</summary>
    public required IReadOnlyList<string> Pdfs { get; init; }

    public IEnumerable<RunForecast> Due => Runs.Where(r => r.IsDue);

    public static Forecast Of(Plan plan, IReadOnlyList<RunState> states, RunOptions options)
    {
        var estimates = new Estimates(states.Select(s => s.Result ?? s.Last ?? s.Trained).OfType<Run>());
        var runs = states
            .Select(s => new RunForecast(s, ChangesOf(s), Choice.Makes(s, states, options), estimates.Of(s)))
            .ToList();
        var due = runs.Where(r => r.IsDue).ToList();
        var ids = due.Select(r => r.State.Id).ToHashSet();
        var pages = plan.Pages.Where(p => p.Runs.Overlaps(ids)).ToList();
        return new(runs, options.Jobs, Schedule.Length([.. RunJobs.Of(due).Select(j => j.Job)], options.Jobs))
        {
            Figures = [.. plan.Figures.Where(f => f.Runs.Any(ids.Contains)).Select(f => f.Id)],
            Pages = [.. pages.Select(p => p.Path)],
            Pdfs = [.. pages.Select(p => p.Pdf).Distinct()],
        };
    }

    private static IReadOnlyList<KeyChange> ChangesOf(RunState state) =>
        state.Work is not RunWork.None && (state.Last ?? state.Trained) is { } known
            ? KeyChanges.Between(known.Record, state)
            : [];
}

/// <param name="Changes">Against the last result; none where there is none, or where it is made again for its own sake.</param>
/// <param name="IsDue">It is made in this build; otherwise it is fresh, or was not asked for.</param>
public sealed record RunForecast(RunState State, IReadOnlyList<KeyChange> Changes, bool IsDue, Estimate Estimate)
{
    /// <summary>A claim rests on its time, and others were, or may have been, at its side when that was measured.</summary>
    public bool IsTimeDoubtful => State.Planned.IsTimed && State.Result is { Environment.Beside: not 0 };

    public Freshness Freshness =>
        State.Work is RunWork.None || State.Last?.Record.Keys == State.Keys ? Freshness.Fresh
        : State.Last is null ? Freshness.Missing
        : Freshness.Stale;
}

/// <summary>Whether there is a result of this configuration and this code.</summary>
public enum Freshness
{
    /// <summary>There is, though it may have been asked to be made again.</summary>
    Fresh,
    Stale,
    Missing,
}
