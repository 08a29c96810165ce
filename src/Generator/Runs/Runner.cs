using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>How the runs of a build are made.</summary>
/// <param name="Fresh">Train everything, whatever is known.</param>
/// <param name="Jobs">Workers side by side, one thread each.</param>
public sealed record RunOptions(bool Fresh, int Jobs)
{
    /// <summary>For each run; null to go by what it took before.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The first failure ends the others.</summary>
    public bool FailFast { get; init; }

    /// <summary>Make nothing: show what is known, and say what is missing.</summary>
    public bool NoTrain { get; init; }

    /// <summary>Make these runs and those they start from; null for all that are due.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Begin nothing that is expected to take longer; null for no such limit.</summary>
    public int? MaxMinutes { get; init; }

    /// <summary>Every run that is trained is rehearsed as well, for <c>recto adopt</c>.</summary>
    public bool Rehearsed { get; init; }
}

/// <summary>The outside world as training sees it.</summary>
/// <param name="Worker">Called once, and only when something must train.</param>
public sealed record RunDoors(
    RunStore Store,
    DataSets Data,
    Func<DiagnosticBag, CancellationToken, Task<Worker>> Worker,
    RunDisplay Display
)
{
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>How long a server of data may send nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static RunDoors Of(Workspace workspace, RunDisplay display) =>
        new(
            new RunStore(workspace, CodeDigest.Read(workspace)),
            new DataSets(DataPlaces.Of(workspace), new Download(Http, Patience, display.Say)),
            new WorkerProgram(workspace, display.Say).ReadyAsync,
            display
        );
}

/// <summary>Makes what is not known yet; where that fails, an error in the bag says so and the last good result stands.</summary>
public static class Runner
{
    /// <exception cref="ReportException">Data are missing, or the worker does not build: nothing was trained.</exception>
    public static async Task<RunSet> RunAsync(
        Plan plan,
        RunDoors doors,
        RunOptions options,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var states = Choice.Of(doors.Store.Find(plan, bag), options);
        doors.Store.Discard();
        var runs = new ConcurrentDictionary<string, Run>(
            states.Where(s => s.Result is not null).ToDictionary(s => s.Id, s => s.Result!)
        );
        var forecast = Forecast.Of(plan, states, options);
        Tell(forecast, doors.Display);
        Check(forecast, options);
        doors.Store.Shelter(states);
        var due = forecast.Due.Select(r => r.State).ToList();
        if (due.Count > 0)
        {
            var files = await DataOfAsync(due, doors.Data, bag, cancel);
            var training = new Training(doors.Store, await doors.Worker(bag, cancel), files, runs, options, bag);
            await TrainAllAsync([.. forecast.Due], training, doors.Display, options.Jobs, cancel);
            training.ThrowIfDiskFull();
        }

        foreach (var state in states.Except(due).Where(s => !runs.ContainsKey(s.Id)))
        {
            bag.Add(Errors.RunNotMade(state.Planned.Experiment.Place, state.Id, isStale: state.Last is not null));
        }

        return Shown(states, runs);
    }

    /// <summary>Nothing is said of what is known and stays.</summary>
    private static void Tell(Forecast forecast, RunDisplay display)
    {
        if (forecast.Runs.Any(r => r.IsDue || r.Freshness is not Freshness.Fresh))
        {
            PlanWords.Of(forecast, all: false).ToList().ForEach(display.Say);
        }
    }

    /// <exception cref="ReportException">It would take longer than the author allows.</exception>
    private static void Check(Forecast forecast, RunOptions options)
    {
        if (forecast.Seconds > 60.0 * options.MaxMinutes)
        {
            throw new ReportException(
                ExitCode.AuthorMistake,
                $"the runs that are due are expected to take {PlanWords.Duration(forecast.Seconds)}, more than --max-minutes {options.MaxMinutes} allows: nothing was begun; "
                    + "--only makes some of them, --no-train publishes what is known"
            );
        }
    }

    /// <summary>All that can be shown without making anything.</summary>
    public static RunSet Known(IReadOnlyList<RunState> states) =>
        Shown(states, states.Where(s => s.Result is not null).ToDictionary(s => s.Id, s => s.Result!));

    /// <summary>What is fresh, and of the others the last good results.</summary>
    private static RunSet Shown(IReadOnlyList<RunState> states, IReadOnlyDictionary<string, Run> fresh)
    {
        var keys = states.ToDictionary(s => s.Id, s => s.Keys);
        var last = states.Where(s => !fresh.ContainsKey(s.Id)).Select(s => s.Last).OfType<Run>().ToList();
        return new RunSet(fresh.Values.Concat(last).ToDictionary(r => r.Id))
        {
            Stale = last.Where(r => r.Record.Keys != keys[r.Id]).Select(r => r.Id).ToHashSet(),
        };
    }

    /// <summary>Data set → role → file; looked for before anything is spent, all of them.</summary>
    internal static async Task<Dictionary<string, IReadOnlyDictionary<string, DataFile>>> DataOfAsync(
        IEnumerable<RunState> due,
        DataSets data,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var files = new Dictionary<string, IReadOnlyDictionary<string, DataFile>>();
        foreach (var set in due.Select(s => s.Planned.Data).DistinctBy(set => set.Name))
        {
            files[set.Name] = await data.ProvideAsync(set, bag, cancel);
        }

        return bag.HasErrors ? throw new ReportException(ExitCode.SomethingMissing) : files;
    }

    private static Task TrainAllAsync(
        IReadOnlyList<RunForecast> due,
        Training training,
        RunDisplay display,
        int workers,
        CancellationToken cancel
    )
    {
        var jobs = RunJobs.Of(due).ToDictionary(j => j.Job.Id);
        var order = Schedule.LongestFirst([.. jobs.Values.Select(j => j.Job)]).ToList();
        return display.ShowAsync(
            order,
            workers,
            hear =>
                Schedule.RunAsync(
                    order,
                    workers,
                    (job, beside, stop) => training.MakeAsync(jobs[job.Id].Same, beside, hear, stop),
                    cancel
                )
        );
    }
}
