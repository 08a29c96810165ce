using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>Finds results on disk: first in <c>.cache/runs</c>, then in the evidence below <c>site/data</c>.</summary>
internal sealed class RunFinder(Workspace workspace, KeyInputs code, ReadFolders read, DiagnosticBag bag)
{
    private readonly Dictionary<string, RunState> found = [];
    private readonly HashSet<string> damaged = [];
    private IReadOnlyList<(string Folder, RunRecord Record)>? catalog;

    /// <summary>Absolute folders that were named as such.</summary>
    public IReadOnlyCollection<string> Damaged => damaged;

    /// <summary>What is known of each planned run; damaged folders are named and count as missing.</summary>
    public IReadOnlyList<RunState> Find(Plan plan)
    {
        foreach (var run in plan.Runs)
        {
            found.Add(run.Id, Find(run));
        }

        return [.. found.Values];
    }

    private RunState Find(PlannedRun planned)
    {
        var inputs = InputsOf(planned.Spec);
        var keys = Keys.Of(planned.Spec, inputs);
        var state = new RunState(planned, inputs, keys);
        string[] folders = [RunStore.PlaceOf(workspace, keys), Evidence(planned.Id)];
        var result = folders.Select(f => Open(f, planned, r => r.Keys == keys)).FirstOrDefault(r => r is not null);
        return result is null ? WithOthers(state) : state with { Result = result.As(planned.Id, planned.Spec) };
    }

    /// <summary>What serves where there is no result.</summary>
    private RunState WithOthers(RunState state) =>
        state with
        {
            Trained = FromCatalog(
                state.Planned,
                r => r.Keys.Train == state.Keys.Train && HasWeights(r),
                mustBeWhole: true
            ),
            Last =
                Open(Evidence(state.Id), state.Planned, _ => true)
                ?? FromCatalog(state.Planned, r => r.Run == state.Id),
        };

    private readonly OwnSources own = new(workspace);

    /// <summary>The code, and the runs that it names as what they are: their train keys.</summary>
    private KeyInputs InputsOf(ExperimentSpec spec) =>
        code with
        {
            TrainCode = spec.Model.Class is { } model
                ? code.TrainCode.Concat(own.Of(OwnClasses.Models, [model])).ToDictionary()
                : code.TrainCode,
            EvaluationCode = spec.Metrics is { } metrics
                ? code.EvaluationCode.Concat(own.Of(OwnClasses.Metrics, metrics)).ToDictionary()
                : code.EvaluationCode,
            Parent = spec.After is { } parent ? found[parent].Keys.Train : null,
            Against = spec.Against is { } other ? found[other].Keys.Train : null,
        };

    private Run? FromCatalog(PlannedRun planned, Func<RunRecord, bool> isWanted, bool mustBeWhole = false) =>
        (catalog ??= ReadCatalog())
            .Where(known => isWanted(known.Record))
            .Select(known => Open(known.Folder, planned, isWanted))
            .FirstOrDefault(run => run is not null && (run.IsWhole || !mustBeWhole));

    /// <summary>Records of all folders, the newest of the cache first.</summary>
    private List<(string Folder, RunRecord Record)> ReadCatalog()
    {
        var cached = FoldersBelow(RunStore.CachedIn(workspace)).OrderByDescending(Directory.GetLastWriteTimeUtc);
        var known = new List<(string, RunRecord)>();
        foreach (var folder in cached.Concat(FoldersBelow(Path.Combine(workspace.Site, "data"))))
        {
            try
            {
                known.Add((folder, read.Record(folder)));
            }
            catch (Exception e) when (IsDamage(e))
            {
                // Told where the run is looked for by its name or key.
            }
        }

        return known;
    }

    private Run? Open(string folder, PlannedRun planned, Func<RunRecord, bool> isWanted)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        try
        {
            var record = read.Record(folder);
            if (IsCached(folder) && folder != RunStore.PlaceOf(workspace, record.Keys))
            {
                throw new RunDamagedException("run.json has other keys than the folder's name");
            }

            // An experiment may have been renamed since it was trained.
            return isWanted(record) ? read.Sealed(folder).As(planned.Id) : null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            damaged.Add(folder);
            bag.Add(Errors.RunDamaged(planned.Experiment.Place, RunStore.Relative(workspace, folder), e.Message));
            return null;
        }
    }

    private bool IsCached(string folder) => Path.GetDirectoryName(folder) == RunStore.CachedIn(workspace);

    private string Evidence(string run) => Path.Combine(workspace.Site, "data", run);

    internal static IEnumerable<string> FoldersBelow(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .GetDirectories(folder)
                .Where(f => !Path.GetFileName(f).StartsWith('.'))
                .Order(StringComparer.Ordinal)
            : [];

    private static bool HasWeights(RunRecord record) => record.Artifacts.Any(a => a.Path == RunFolder.Weights);

    private static bool IsDamage(Exception e) => e is RunDamagedException or IOException or UnauthorizedAccessException;
}
