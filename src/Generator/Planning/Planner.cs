using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>Book → <see cref="Plan"/>: a run for each seed of each experiment, after those it starts from or is compared with.</summary>
public static class Planner
{
    /// <summary>A demo trains on the drawn digits, for as long as a reader waits.</summary>
    private const int DemoEpochs = 3;

    /// <summary>As few as have a spread.</summary>
    private const int DemoSeeds = 2;

    /// <param name="demo">Every run is rehearsed in a few epochs on the data set that needs no files.</param>
    public static Plan Plan(Book book, bool demo, DiagnosticBag bag)
    {
        var strokes = book.Report.Data.FirstOrDefault(d => d.Kind == DataKind.Strokes);
        if (demo && strokes is null)
        {
            bag.Add(Errors.DemoDataMissing(Place.Top(ReportReader.File)));
        }

        var seen = new HashSet<string>();
        var experiments = book.Experiments.Keys.SelectMany(id => InOrder(id, book.Experiments, seen));
        var timed = TimeClaims.Runs(book);
        return new Plan([.. experiments.SelectMany(e => Runs(e, book, timed, demo ? strokes : null))])
        {
            Figures = PlannedPages.Figures(book),
            Pages = PlannedPages.Of(book),
        };
    }

    /// <summary>The ids of its runs, the one whose figures are shown first.</summary>
    public static IReadOnlyList<string> RunsOf(Experiment experiment, bool demo) =>
        [
            .. Enumerable
                .Range(0, demo ? Math.Min(experiment.Seeds, DemoSeeds) : experiment.Seeds)
                .Select(index => SeedId.Of(experiment.Id, index)),
        ];

    /// <summary>An experiment not seen before, and first those it needs.</summary>
    private static IEnumerable<Experiment> InOrder(
        string id,
        IReadOnlyDictionary<string, Experiment> experiments,
        HashSet<string> seen
    ) =>
        experiments.TryGetValue(id, out var experiment) && seen.Add(id)
            ? [.. PlannedRun.NeedsOf(experiment.Spec).SelectMany(n => InOrder(n, experiments, seen)), experiment]
            : [];

    private static IEnumerable<PlannedRun> Runs(
        Experiment experiment,
        Book book,
        IReadOnlySet<string> timed,
        DataSet? strokes
    )
    {
        var data = book.Report.Data.FirstOrDefault(d => d.Name == experiment.Spec.Data.Name);
        return RunsOf(experiment, demo: strokes is not null)
            .Select((id, index) => (Id: id, Spec: Seeded(experiment.Spec, index, book.Experiments)))
            .Select(run =>
                strokes is null
                    ? new PlannedRun(run.Id, run.Spec, data!, experiment) { IsTimed = timed.Contains(run.Id) }
                    : new PlannedRun(run.Id, Demo(run.Spec, strokes), strokes, experiment)
            );
    }

    /// <summary>Each seed starts from, and is compared with, the same one of the other experiment, or its only one.</summary>
    private static ExperimentSpec Seeded(
        ExperimentSpec spec,
        int index,
        IReadOnlyDictionary<string, Experiment> experiments
    )
    {
        return index == 0
            ? spec
            : spec with
            {
                Seed = spec.Seed + index,
                After = Same(spec.After),
                Against = Same(spec.Against),
            };

        string? Same(string? id) =>
            id is not null && experiments.TryGetValue(id, out var other) && other.Seeds > 1 ? SeedId.Of(id, index) : id;
    }

    private static ExperimentSpec Demo(ExperimentSpec spec, DataSet strokes) =>
        Rehearsal.Of(spec, DemoEpochs) with
        {
            Data = new DataSpec(strokes.Name, strokes.Kind, strokes.Digest),
        };
}
