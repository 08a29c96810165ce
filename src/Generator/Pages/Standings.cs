using Recto.Content.Expressions;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Notes what a chapter shows of runs whose result is an earlier one, or is not there.</summary>
public sealed class Standings(RunSet runs)
{
    private readonly SortedSet<string> earlier = new(StringComparer.Ordinal);
    private readonly SortedSet<string> absent = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Earlier => [.. earlier];

    public IReadOnlyList<string> Absent => [.. absent];

    /// <summary>The worst of them.</summary>
    public RunStanding Of(IEnumerable<string> ids)
    {
        var worst = RunStanding.Fresh;
        foreach (var id in ids)
        {
            var standing = runs.StandingOf(id);
            worst = standing > worst ? standing : worst;
            _ = standing switch
            {
                RunStanding.LastGood => earlier.Add(id),
                RunStanding.Absent => absent.Add(id),
                _ => false,
            };
        }

        return worst;
    }

    /// <summary>The same; an earlier result that lacks one of them counts as absent.</summary>
    public RunStanding Of(IReadOnlyList<Measurement> measured)
    {
        var standing = Of(measured.Select(m => m.Run));
        return measured.All(m => MeasuredFacts.Has(runs, m)) ? standing : RunStanding.Absent;
    }
}
