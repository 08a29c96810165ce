using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>The runs that others start from (<c>after</c>) or are compared with (<c>against</c>): there, fit, and in no circle.</summary>
internal static class Lineage
{
    private static readonly string[] Keys = ["after", "against"];

    /// <param name="declared">All run ids, those that could not be read included.</param>
    public static void Check(IReadOnlyList<Resolved> runs, IReadOnlyList<string> declared, DiagnosticBag bag)
    {
        var byId = runs.ToDictionary(r => r.Experiment.Id);
        foreach (var run in runs)
        {
            foreach (var key in Keys.Where(k => run.Map.Find(k) is not null))
            {
                if (Problem(run, key, byId, declared) is { } problem)
                {
                    bag.Add(problem);
                }
            }
        }
    }

    private static Diagnostic? Problem(
        Resolved run,
        string key,
        Dictionary<string, Resolved> byId,
        IReadOnlyList<string> declared
    )
    {
        var (id, named) = (run.Experiment.Id, run.Map.Located(key));
        if (!declared.Contains(named.Value))
        {
            return Errors.RunUnknown(named, declared.Where(d => d != id));
        }

        if (!byId.TryGetValue(named.Value, out var other))
        {
            return null; // What is wrong with it has been said.
        }

        if (Way(other, id, byId, []) is { } way)
        {
            return Errors.LineageCircular(named.Place, key, [id, .. way]);
        }

        if (other.Experiment.Seeds > 1 && run.Experiment.Seeds > other.Experiment.Seeds)
        {
            return Errors.SeedsUnmatched(named, id, run.Experiment.Seeds, other.Experiment.Seeds);
        }

        var (spec, others) = (run.Experiment.Spec, other.Experiment.Spec);
        return (key == "after" ? SpecChecks.After(spec, others) : SpecChecks.Against(spec, others)) is { } unfit
            ? Errors.RunUnfit(named.Place, unfit.Code, unfit.Message)
            : null;
    }

    /// <summary>The ids that lead from a run to that one, both included; null where nothing does.</summary>
    private static IReadOnlyList<string>? Way(
        Resolved from,
        string to,
        Dictionary<string, Resolved> byId,
        HashSet<string> seen
    )
    {
        var id = from.Experiment.Id;
        if (id == to)
        {
            return [id];
        }

        var named = seen.Add(id) ? Keys.Select(from.Map.TextOrNull).OfType<string>() : [];
        return named
            .Where(byId.ContainsKey)
            .Select(n => Way(byId[n], to, byId, seen))
            .Where(way => way is not null)
            .Select(way => (IReadOnlyList<string>)[id, .. way!])
            .FirstOrDefault();
    }
}
