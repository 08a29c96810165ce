using System.Collections.Concurrent;

namespace Recto.Runs;

/// <summary>One piece of work.</summary>
/// <param name="Needs">Ids of the jobs that must have ended before; others do not count.</param>
/// <param name="Effort">In any unit.</param>
public sealed record Job(string Id, IReadOnlyList<string> Needs, double Effort)
{
    /// <summary>Nothing else is done beside it.</summary>
    public bool IsAlone { get; init; }
}

/// <summary>Does jobs side by side, none before those it needs, the one with the longest way to the end first.</summary>
public static class Schedule
{
    /// <param name="most">At the same time.</param>
    /// <param name="work">Is also given what tells how many others have been done beside it.</param>
    /// <remarks>The first exception ends the others and is thrown when all have ended.</remarks>
    public static async Task RunAsync(
        IReadOnlyList<Job> jobs,
        int most,
        Func<Job, Func<int>, CancellationToken, Task> work,
        CancellationToken cancel
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var agenda = new Agenda(jobs, most);
        var running = new Dictionary<Task, Job>();
        var beside = new ConcurrentDictionary<Job, int>();
        try
        {
            while (!agenda.IsDone)
            {
                while (agenda.Next(running.Values) is { } next)
                {
                    foreach (var job in running.Values.Append(next))
                    {
                        beside[job] = Math.Max(beside.GetValueOrDefault(job), running.Count);
                    }

                    running.Add(Task.Run(() => work(next, () => beside[next], stop.Token), stop.Token), next);
                }

                var ended = await Task.WhenAny(running.Keys);
                running.Remove(ended, out var done);
                await ended;
                agenda.End(done!);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running.Keys).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>From the first start to the last end, where each job takes as long as its effort says.</summary>
    public static double Length(IReadOnlyList<Job> jobs, int most)
    {
        var agenda = new Agenda(jobs, most);
        var (now, running) = (0.0, new Dictionary<Job, double>());
        while (!agenda.IsDone)
        {
            while (agenda.Next(running.Keys) is { } next)
            {
                running.Add(next, now + next.Effort);
            }

            var (ended, end) = running.MinBy(r => r.Value);
            running.Remove(ended);
            agenda.End(ended);
            now = end;
        }

        return now;
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

    /// <summary>Which job may begin next.</summary>
    /// <remarks>
    /// Those that are done alone come when no other can begin and none runs: first what can go side by side, then they,
    /// so that no processor waits for the rest of another's work more than once.
    /// </remarks>
    private sealed class Agenda(IReadOnlyList<Job> jobs, int most)
    {
        private readonly List<Job> waiting = [.. LongestFirst(jobs)];
        private readonly HashSet<string> unfinished = [.. jobs.Select(j => j.Id)];

        public bool IsDone => unfinished.Count == 0;

        /// <summary>Taken off the list; null where none may begin yet.</summary>
        public Job? Next(IReadOnlyCollection<Job> running)
        {
            var isFull = running.Count >= most || running.Any(j => j.IsAlone);
            var next = isFull
                ? null
                : waiting.Find(j => !j.IsAlone && IsReady(j)) ?? (running.Count == 0 ? waiting.Find(IsReady) : null);
            if (next is not null)
            {
                waiting.Remove(next);
            }

            return next;
        }

        public void End(Job job) => unfinished.Remove(job.Id);

        private bool IsReady(Job job) => !job.Needs.Any(unfinished.Contains);
    }
}
