using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>How the runs of a build are made.</summary>
/// <param name="Fresh">Train everything, whatever is known.</param>
/// <param name="Jobs">Workers side by side, one thread each.</param>
public sealed record RunOptions(bool Fresh, int Jobs);

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

/// <summary>Trains what is not known yet; a failed run is an error in the bag and absent from the set.</summary>
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
        var states = doors.Store.Find(plan, bag);
        var due = Due.Of(states, options.Fresh, doors.Display.Say);
        var known = states.Except(due).ToList();
        if (due.Count == 0)
        {
            return new RunSet(known.ToDictionary(s => s.Planned.Id, s => s.Result!));
        }

        doors.Display.Say($"{known.Count} runs known, to train: {string.Join(", ", due.Select(s => s.Planned.Id))}");
        var files = await DataOfAsync(due, doors.Data, bag, cancel);
        var runs = new ConcurrentDictionary<string, Run>(known.ToDictionary(s => s.Planned.Id, s => s.Result!));
        var training = new Training(doors.Store, await doors.Worker(bag, cancel), files, runs, bag);
        await TrainAllAsync(due, training, doors.Display, options.Jobs, cancel);
        return new RunSet(runs);
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
        var groups = due.GroupBy(s => s.Keys).ToDictionary(g => g.First().Planned.Id, g => g.ToList());
        var leaders = groups
            .SelectMany(g => g.Value.Select(s => (s.Planned.Id, Leader: g.Key)))
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
