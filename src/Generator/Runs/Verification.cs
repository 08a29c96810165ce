using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>A run that was trained again.</summary>
/// <param name="Here">Where that was.</param>
public sealed record Verified(Run Published, RunEnvironment Here, IReadOnlyList<Compared> Compared)
{
    /// <summary>Whether both were made where every bit is promised to be the same.</summary>
    public bool IsPromised => IsPortable(Published.Environment) && IsPortable(Here);

    /// <summary>The worst of all; where bits are not promised, metrics decide.</summary>
    public Agreement Agreement =>
        Compared
            .Where(c => IsPromised || Published.Record.Metrics.ContainsKey(c.What))
            .Select(c => c.Agreement)
            .DefaultIfEmpty(Agreement.BitEqual)
            .Max();

    private static bool IsPortable(RunEnvironment environment) => environment.InstructionSets.Contains("avx2");
}

/// <summary>Trains known runs again in a scratch folder and compares; what is published stays as it is.</summary>
public static class Verification
{
    /// <exception cref="ReportException">A run is not fresh, so there is nothing to compare with; or its training fails.</exception>
    public static async Task<IReadOnlyList<Verified>> RunAsync(
        Plan plan,
        RunDoors doors,
        RunOptions options,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var states = Choice.Of(doors.Store.Find(plan, bag), options with { NoTrain = true });
        var chosen = states.Where(s => options.Only?.Contains(s.Id) ?? true).ToList();
        if (chosen.Where(s => s.Result is null).Select(s => s.Id).ToList() is { Count: > 0 } unknown)
        {
            throw new ReportException(
                ExitCode.AuthorMistake,
                $"there is no fresh result to compare with of {string.Join(", ", unknown)}; `recto plan` says why, `recto build` makes them"
            );
        }

        var published = states.Where(s => s.Result is not null).ToDictionary(s => s.Id, s => s.Result!);
        var files = await Runner.DataOfAsync(chosen, doors.Data, bag, cancel);
        using var scratch = doors.Store.Scratch("verify", await doors.Worker(bag, cancel), files);
        var verified = new ConcurrentDictionary<string, Verified>();
        // Each starts from published runs, so none waits for another.
        var estimates = new Estimates(published.Values);
        var jobs = chosen
            .Select(s => new Job(s.Id, [], estimates.OfTraining(s).Seconds) { IsAlone = s.Planned.IsTimed })
            .ToList();
        var byId = chosen.ToDictionary(s => s.Id);
        await doors.Display.ShowAsync(
            [.. Schedule.LongestFirst(jobs)],
            options.Jobs,
            hear =>
                Schedule.RunAsync(jobs, options.Jobs, (job, _, stop) => VerifyAsync(byId[job.Id], hear, stop), cancel)
        );
        return [.. chosen.Select(s => verified[s.Id])];

        async Task VerifyAsync(RunState state, Action<string, WorkProgress> hear, CancellationToken stop)
        {
            try
            {
                var folder = await scratch.DoAsync(state, WorkKind.Train, null, published, hear, stop);
                var again = RunFolder.ReadNew(folder);
                var compared = Comparison.Of(state.Result!.Record, again.Record);
                verified[state.Id] = new Verified(state.Result, again.Environment, compared);
            }
            catch (RunDamagedException e)
            {
                bag.Add(Errors.RunFailed(state.Planned.Experiment.Place, state.Id, e.Message, ""));
                throw new ReportException(ExitCode.PublishedWithFailures);
            }
        }
    }
}
