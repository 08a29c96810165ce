using Recto.Content;
using Recto.Content.Expressions;
using Recto.Planning;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Finished runs → what expressions may ask of them, by experiment.</summary>
public static class Facts
{
    /// <summary>Of experiments with a result; one that lacks a seed has none, so that no statistics shrink unseen.</summary>
    public static IReadOnlyDictionary<string, RunFacts> Of(Book book, RunSet runs, bool demo)
    {
        var facts = new SortedDictionary<string, RunFacts>(StringComparer.Ordinal);
        foreach (var experiment in book.Experiments.Values)
        {
            if (runs.Find(Planner.RunsOf(experiment, demo)) is { } seeds)
            {
                var each = Filled([.. seeds.Select(run => Of(run, experiment))], experiment.Seeds);
                facts[experiment.Id] = each[0] with { Further = [.. each.Skip(1)] };
            }
        }

        return facts;
    }

    private static RunFacts Of(Run run, Experiment experiment)
    {
        var epochs = experiment.Spec.Epochs;
        var curves = run.Curves.ToDictionary(c => c.Key, c => Filled(c.Value, epochs), StringComparer.Ordinal);
        return new(run.Record.Spec, run.Record.Metrics, curves, run.Environment.TrainSeconds);
    }

    /// <summary>A demo has fewer epochs and seeds: text that speaks of a later one shows its last.</summary>
    private static IReadOnlyList<T> Filled<T>(IReadOnlyList<T> values, int count) =>
        [.. values, .. Enumerable.Repeat(values[^1], Math.Max(0, count - values.Count))];
}
