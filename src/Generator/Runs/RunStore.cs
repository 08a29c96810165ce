using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>The door to finished runs on disk: first <c>.cache/runs</c>, then the evidence in <c>site/data</c>.</summary>
/// <remarks>What others do to those folders after it has looked, it does not see.</remarks>
public sealed class RunStore(Workspace workspace, KeyInputs code)
{
    private const string Replaced = ".was-";

    private readonly ReadFolders read = new();
    private IReadOnlyCollection<string> damaged = [];

    private string Cached => CachedIn(workspace);

    /// <summary>Reads the published evidence while the chapters are read that will ask for it.</summary>
    public void ReadAhead() =>
        RunFinder.FoldersBelow(Path.Combine(workspace.Site, "data")).ToList().ForEach(read.Ahead);

    /// <summary>What is known of each planned run; damaged folders are named and count as missing.</summary>
    public IReadOnlyList<RunState> Find(Plan plan, DiagnosticBag bag)
    {
        var finder = new RunFinder(workspace, code, read, bag);
        var states = finder.Find(plan);
        damaged = finder.Damaged;
        return states;
    }

    /// <summary>Removes from the cache what was found damaged, so that it is told once; evidence is published anew.</summary>
    public void Discard()
    {
        foreach (var folder in damaged.Where(f => Path.GetDirectoryName(f) == Cached))
        {
            Delete(folder);
        }
    }

    /// <summary>An empty folder for a worker to fill.</summary>
    public string Begin(string run)
    {
        var folder = Path.Combine(Cached, $".new-{Environment.ProcessId}-{run}");
        Delete(folder);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Checks what a worker made, seals it and gives it its lasting name.</summary>
    /// <param name="beside">The most workers that ran at its side; null where that is known from its training.</param>
    /// <exception cref="RunDamagedException">It is not a whole run, or another one.</exception>
    public Run Keep(string folder, RunKeys keys, int? beside)
    {
        var run = RunFolder.ReadNew(folder);
        if (run.Record.Keys != keys)
        {
            throw new RunDamagedException("run.json has other keys than were asked for");
        }

        if (beside is not null)
        {
            run = run with { Environment = run.Environment with { Beside = beside } };
            File.WriteAllText(Path.Combine(folder, "environment.json"), ContractJson.Pretty(run.Environment));
        }

        return Place(folder, run);
    }

    private Run Place(string folder, Run run)
    {
        File.WriteAllText(Path.Combine(folder, RunFolder.Seal), RunFolder.SealOf(RunFolder.FilesOf(folder)));
        var place = PlaceOf(workspace, run.Record.Keys);
        var replaced = Path.Combine(Cached, Replaced + Path.GetFileName(place));
        if (Directory.Exists(place))
        {
            Directory.Move(place, replaced); // Until the new one has its name, a kill loses neither.
        }

        Directory.Move(folder, place);
        Delete(replaced);
        return run with { Folder = place };
    }

    /// <summary>Keeps a result once more, with a record that says more of it or has its new keys; what was not published of it is not kept.</summary>
    public Run Amend(Run run, RunRecord record)
    {
        var folder = Begin(run.Id);
        var names = record.Artifacts.Select(a => a.Path).Append("environment.json");
        foreach (var name in names.Where(name => File.Exists(Path.Combine(run.Folder, name))))
        {
            File.Copy(Path.Combine(run.Folder, name), Path.Combine(folder, name));
        }

        File.WriteAllText(Path.Combine(folder, "run.json"), ContractJson.Pretty(record));
        return Place(folder, run with { Record = record });
    }

    /// <summary>
    /// Takes published results that the next edition will not have into the cache, so that a configuration that is taken
    /// back finds them again.
    /// </summary>
    /// <param name="states">Of the runs that will be published.</param>
    public void Shelter(IReadOnlyList<RunState> states)
    {
        var data = Path.Combine(workspace.Site, "data");
        var kept = states.Where(s => s.Result is not null).ToDictionary(s => s.Id, s => s.Keys);
        foreach (var folder in Directory.Exists(data) ? Directory.GetDirectories(data) : [])
        {
            try
            {
                var record = read.Record(folder);
                var stays = kept.TryGetValue(Path.GetFileName(folder), out var keys) && keys == record.Keys;
                if (!stays && !Directory.Exists(PlaceOf(workspace, record.Keys)))
                {
                    Amend(read.Sealed(folder), record);
                }
            }
            catch (RunDamagedException)
            {
                // Nothing is lost that could be used.
            }
        }
    }

    /// <param name="name">Of a folder that is empty before and gone after.</param>
    internal ScratchWork Scratch(
        string name,
        Worker worker,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, DataFile>> files
    ) => new(Path.Combine(workspace.Cache, name), worker, files);

    /// <summary>Puts what a failed run left where the author may look at it.</summary>
    /// <returns>The folder, relative to the root.</returns>
    public string SetAside(string folder, string run)
    {
        var place = Path.Combine(workspace.Cache, "failed", run);
        Delete(place);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        Directory.Move(folder, place);
        return Relative(workspace, place);
    }

    /// <summary>Removes what killed builds left half done; only for who holds the build's lock.</summary>
    public static void Sweep(Workspace workspace)
    {
        if (Directory.Exists(CachedIn(workspace)))
        {
            foreach (var folder in Directory.GetDirectories(CachedIn(workspace), ".*"))
            {
                var name = Path.GetFileName(folder);
                var place = Path.Combine(CachedIn(workspace), name.Replace(Replaced, "", StringComparison.Ordinal));
                if (place != folder && !Directory.Exists(place))
                {
                    Directory.Move(folder, place);
                }
                else
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        }
    }

    /// <summary>Renamed before it is deleted, so that a kill in between leaves nothing that looks whole.</summary>
    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            var doomed = Path.Combine(Path.GetDirectoryName(folder)!, $".old-{Path.GetFileName(folder)}");
            if (Directory.Exists(doomed))
            {
                Directory.Delete(doomed, recursive: true);
            }

            Directory.Move(folder, doomed);
            Directory.Delete(doomed, recursive: true);
        }
    }

    /// <summary>Both keys, so that earlier results of a reverted configuration are found.</summary>
    internal static string PlaceOf(Workspace workspace, RunKeys keys) =>
        Path.Combine(CachedIn(workspace), $"{keys.Train[..16]}-{keys.Evaluation[..16]}");

    internal static string CachedIn(Workspace workspace) => Path.Combine(workspace.Cache, "runs");

    internal static string Relative(Workspace workspace, string path) =>
        Path.GetRelativePath(workspace.Root, path).Replace('\\', '/');
}
