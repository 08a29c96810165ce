namespace Recto.Runs;

/// <summary>One piece of work.</summary>
/// <param name="Needs">Ids of the jobs that must have ended before; others do not count.</param>
/// <param name="Effort">In any unit.</param>
public sealed record Job(string Id, IReadOnlyList<string> Needs, double Effort);

/// <summary>Does jobs side by side, none before those it needs, the one with the longest way to the end first.</summary>
public static class Schedule
{
    /// <param name="most">At the same time.</param>
    /// <remarks>The first exception ends the others and is thrown when all have ended.</remarks>
    public static async Task RunAsync(
        IReadOnlyList<Job> jobs,
        int most,
        Func<Job, CancellationToken, Task> work,
        CancellationToken cancel
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var waiting = LongestFirst(jobs).ToList();
        var unfinished = jobs.Select(j => j.Id).ToHashSet();
        var running = new Dictionary<Task, Job>();
        try
        {
            while (waiting.Count + running.Count > 0)
            {
                while (running.Count < most && waiting.Find(j => !j.Needs.Any(unfinished.Contains)) is { } next)
                {
                    waiting.Remove(next);
                    running.Add(Task.Run(() => work(next, stop.Token), stop.Token), next);
                }

                var ended = await Task.WhenAny(running.Keys);
                running.Remove(ended, out var job);
                await ended;
                unfinished.Remove(job!.Id);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running.Keys).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>By the effort of the job and of the longest chain of jobs that wait for it.</summary>
    public static IEnumerable<Job> LongestFirst(IReadOnlyList<Job> jobs)
    {
        var ways = new Dictionary<string, double>();
        return jobs.OrderByDescending(Way);

        double Way(Job job) =>
            ways.TryGetValue(job.Id, out var known)
                ? known
                : ways[job.Id] =
                    job.Effort + jobs.Where(j => j.Needs.Contains(job.Id)).Select(Way).DefaultIfEmpty(0).Max();
    }
}
