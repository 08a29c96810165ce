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
        var known = states.Where(s => s.Result is not null && !options.Fresh).ToList();
        var due = states.Except(known).ToList();
        if (due.Count == 0)
        {
            return SetOf(known.Select(s => s.Result!));
        }

        doors.Display.Say($"{known.Count} runs known, to train: {string.Join(", ", due.Select(s => s.Planned.Id))}");
        var files = await DataOfAsync(due, doors.Data, bag, cancel);
        var training = new Training(doors.Store, await doors.Worker(bag, cancel), files, bag);
        var trained = await TrainAllAsync(due, training, doors.Display, options.Jobs, cancel);
        return SetOf(known.Select(s => s.Result!).Concat(trained));
    }

    private static RunSet SetOf(IEnumerable<Run> runs) => new(runs.ToDictionary(run => run.Id));

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

    private static async Task<IReadOnlyCollection<Run>> TrainAllAsync(
        IEnumerable<RunState> due,
        Training training,
        RunDisplay display,
        int jobs,
        CancellationToken cancel
    )
    {
        // Experiments that differ in name only are one run; the longest begins first, lest it be waited for alone.
        var groups = due.GroupBy(s => s.Keys).OrderByDescending(g => g.First().Planned.Spec.Epochs).ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        var trained = new ConcurrentBag<Run>();
        await display.ShowAsync(
            [.. groups.Select(g => g.First().Planned.Id)],
            hear =>
                Parallel.ForEachAsync(
                    groups,
                    parallel,
                    async (group, stop) =>
                    {
                        if (await training.TrainAsync(group.First(), hear, stop) is { } run)
                        {
                            group.Select(s => run.As(s.Planned.Id)).ToList().ForEach(trained.Add);
                        }
                    }
                )
        );
        return trained;
    }
}
