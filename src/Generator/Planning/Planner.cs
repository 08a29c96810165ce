using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Planning;

/// <summary>Book → <see cref="Plan"/>: one run for each experiment, after those it starts from or is compared with.</summary>
public static class Planner
{
    /// <summary>A demo trains on the drawn digits, for as long as a reader waits.</summary>
    private const int DemoEpochs = 3;

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
        return new Plan([.. experiments.Select(e => Run(e, book, timed, demo ? strokes : null))])
        {
            Figures = PlannedPages.Figures(book),
            Pages = PlannedPages.Of(book),
        };
    }

    /// <summary>An experiment not seen before, and first those it needs.</summary>
    private static IEnumerable<Experiment> InOrder(
        string id,
        IReadOnlyDictionary<string, Experiment> experiments,
        HashSet<string> seen
    ) =>
        experiments.TryGetValue(id, out var experiment) && seen.Add(id)
            ? [.. PlannedRun.NeedsOf(experiment.Spec).SelectMany(n => InOrder(n, experiments, seen)), experiment]
            : [];

    private static PlannedRun Run(Experiment experiment, Book book, IReadOnlySet<string> timed, DataSet? strokes)
    {
        var spec = experiment.Spec;
        return strokes is null
            ? new PlannedRun(experiment.Id, spec, book.Report.Data.First(d => d.Name == spec.Data.Name), experiment)
            {
                IsTimed = timed.Contains(experiment.Id),
            }
            : new PlannedRun(experiment.Id, Demo(spec, strokes), strokes, experiment);
    }

    private static ExperimentSpec Demo(ExperimentSpec spec, DataSet strokes) =>
        Rehearsal.Of(spec, DemoEpochs) with
        {
            Data = new DataSpec(strokes.Name, strokes.Kind, strokes.Digest),
        };
}
