using Recto.Content;
using Recto.Content.Expressions;
using Recto.Planning;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>What text can say of each experiment; where a result lacks it or is absent, values that only hold its place.</summary>
public static class MeasuredFacts
{
    public static IReadOnlyDictionary<string, RunFacts> Of(Book book, RunSet runs, bool demo)
    {
        var standIns = StandIns.Of(book.Experiments.Values);
        return book.Experiments.Values.ToDictionary(e => e.Id, Facts, StringComparer.Ordinal);

        RunFacts Facts(Experiment experiment)
        {
            var seeds = Planner
                .RunsOf(experiment, demo)
                .Zip(standIns[experiment.Id].Seeds, (id, standIn) => Of(id, experiment, standIn with { Further = [] }));
            var all = Filled([.. seeds], experiment.Seeds);
            return all[0] with { Further = [.. all.Skip(1)] };
        }

        RunFacts Of(string id, Experiment experiment, RunFacts standIn) =>
            runs.StandingOf(id) switch
            {
                RunStanding.Fresh => Fresh(runs.ById[id], experiment.Spec.Epochs),
                RunStanding.LastGood => Earlier(runs.ById[id], standIn),
                _ => standIn,
            } with
            {
                Run = id,
            };
    }

    /// <summary>Whether a value was measured, and is not one that holds a place.</summary>
    public static bool Has(RunSet runs, Measurement measured) =>
        runs.StandingOf(measured.Run) switch
        {
            RunStanding.Fresh => true,
            RunStanding.LastGood => Has(runs.ById[measured.Run], measured.Path),
            _ => false,
        };

    private static bool Has(Run run, string path) =>
        path.StartsWith("curve.", StringComparison.Ordinal)
            ? path.Split('.', 2)[1].TrimEnd(']').Split('[') is [var name, var epoch]
                && run.Curves.TryGetValue(name, out var curve)
                && int.TryParse(epoch, out var at)
                && at < curve.Count
            : path == "time.train" || run.Record.Metrics.ContainsKey(path);

    private static RunFacts Fresh(Run run, int epochs) =>
        new(
            run.Record.Spec,
            run.Record.Metrics,
            run.Curves.ToDictionary(c => c.Key, c => Filled(c.Value, epochs), StringComparer.Ordinal),
            run.Environment.TrainSeconds
        );

    /// <summary>A demo has fewer epochs and seeds: text that speaks of a later one shows its last.</summary>
    private static IReadOnlyList<T> Filled<T>(IReadOnlyList<T> values, int count) =>
        [.. values, .. Enumerable.Repeat(values[^1], Math.Max(0, count - values.Count))];

    /// <summary>Made for another declaration: it may lack what the text asks for now.</summary>
    private static RunFacts Earlier(Run run, RunFacts standIn) =>
        standIn with
        {
            Metrics = standIn.Metrics.ToDictionary(
                m => m.Key,
                m => run.Record.Metrics.GetValueOrDefault(m.Key, m.Value)
            ),
            Curves = standIn.Curves.ToDictionary(
                c => c.Key,
                IReadOnlyList<double> (c) =>
                    run.Curves.TryGetValue(c.Key, out var own) ? [.. own, .. c.Value.Skip(own.Count)] : c.Value
            ),
            TrainSeconds = run.Environment.TrainSeconds,
        };
}
