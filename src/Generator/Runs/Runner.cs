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
    /// <summary>Make nothing: show what is known, and say what is missing.</summary>
    public bool NoTrain { get; init; }

    /// <summary>Make these runs and those they start from; null for all that are due.</summary>
    public IReadOnlySet<string>? Only { get; init; }
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
        var runs = new ConcurrentDictionary<string, Run>(
            states.Where(s => s.Result is not null).ToDictionary(s => s.Id, s => s.Result!)
        );
        var due = states.Where(s => s.Work is not RunWork.None && Choice.Includes(s, states, options)).ToList();
        if (due.Count > 0)
        {
            doors.Display.Say($"{runs.Count} runs known, to train: {string.Join(", ", due.Select(s => s.Id))}");
            var files = await DataOfAsync(due, doors.Data, bag, cancel);
            var training = new Training(doors.Store, await doors.Worker(bag, cancel), files, runs, bag);
            await TrainAllAsync(due, training, doors.Display, options.Jobs, cancel);
        }

        foreach (var state in states.Except(due).Where(s => !runs.ContainsKey(s.Id)))
        {
            bag.Add(Errors.RunNotMade(state.Planned.Experiment.Place, state.Id, isStale: state.Last is not null));
        }

        return Shown(states, runs);
    }

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
    private static async Task<Dictionary<string, IReadOnlyDictionary<string, DataFile>>> DataOfAsync(
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
        IReadOnlyList<RunState> due,
        Training training,
        RunDisplay display,
        int jobs,
        CancellationToken cancel
    )
    {
        // Experiments that differ in name only are one run.
        var groups = due.GroupBy(s => s.Keys).ToDictionary(g => g.First().Id, g => g.ToList());
        var leaders = groups
            .SelectMany(g => g.Value.Select(s => (s.Id, Leader: g.Key)))
            .ToDictionary(s => s.Id, s => s.Leader);
        var order = Schedule.LongestFirst([.. groups.Values.Select(g => JobOf(g[0].Planned, leaders))]).ToList();
        return display.ShowAsync(
            [.. order.Select(j => j.Id)],
            hear =>
                Schedule.RunAsync(order, jobs, (job, stop) => training.TrainAsync(groups[job.Id], hear, stop), cancel)
        );
    }

    private static Job JobOf(PlannedRun run, Dictionary<string, string> leaders) =>
        new(run.Id, [.. run.Needs.Where(leaders.ContainsKey).Select(id => leaders[id])], Effort.Of(run.Spec));
}
