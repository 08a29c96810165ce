namespace Recto.Runs;

/// <summary>Runs that are one, told apart by name only, as one job.</summary>
internal sealed record RunJob(Job Job, IReadOnlyList<RunState> Same);

internal static class RunJobs
{
    public static IReadOnlyList<RunJob> Of(IReadOnlyList<RunForecast> due)
    {
        var groups = due.GroupBy(r => r.State.Keys).Select(g => g.ToList()).ToList();
        var leaders = groups.SelectMany(g => g.Select(r => (r.State.Id, g[0]))).ToDictionary(r => r.Id, r => r.Item2);
        return [.. groups.Select(g => new RunJob(JobOf(g, leaders), [.. g.Select(r => r.State)]))];
    }

    private static Job JobOf(List<RunForecast> same, Dictionary<string, RunForecast> leaders) =>
        new(
            same[0].State.Id,
            [.. same[0].State.Planned.Needs.Where(leaders.ContainsKey).Select(id => leaders[id].State.Id)],
            same[0].Estimate.Seconds
        )
        {
            // Reading metrics off weights keeps the time of their training
            IsAlone = same.Any(r => r.State.Planned.IsTimed) && same[0].State.Work is RunWork.Train,
        };
}
