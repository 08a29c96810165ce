using Recto.Content.Expressions;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>Declarations of the whole report → resolved experiments, in the order of declaration.</summary>
public static class ExperimentReader
{
    /// <param name="declared">Run id and declaration; an id that comes twice is reported and left out.</param>
    /// <param name="data">The data sets that a declaration may name.</param>
    /// <param name="own">The report's own metrics and models, which it may ask for.</param>
    public static DeclaredRuns Read(
        IReadOnlyList<YamlEntry> declared,
        IReadOnlyList<DataSet> data,
        OwnKinds own,
        DiagnosticBag bag
    )
    {
        var unique = Unique(declared, bag);
        unique.ForEach(d => CheckId(d.Key, bag));
        var made = Inheritance.Resolve(unique, bag).Select(d => Foreach.Expand(d, bag)).ToList();
        var sweeps = made.Select(m => m.Sweep).OfType<Sweep>().ToDictionary(s => s.Id);
        var runs = Unique([.. made.SelectMany(m => m.Runs)], bag);
        var resolved = runs.Select(d => Resolved(d, data, own, bag)).OfType<Resolved>().ToList();
        var ids = unique.Concat(runs).Select(d => d.Key.Value).Except(sweeps.Keys).ToList();
        Lineage.Check(resolved, ids, bag);
        var unreadable = ids.Except(resolved.Select(r => r.Experiment.Id)).ToHashSet();
        return new DeclaredRuns([.. resolved.Select(r => r.Experiment)], sweeps, unreadable);
    }

    private static List<YamlEntry> Unique(IReadOnlyList<YamlEntry> declared, DiagnosticBag bag)
    {
        var first = new Dictionary<string, YamlEntry>();
        foreach (var entry in declared.Where(e => !first.TryAdd(e.Key.Value, e)))
        {
            bag.Add(Errors.RunDuplicate(entry.Key, first[entry.Key.Value].Key.Place));
        }

        return [.. first.Values];
    }

    private static void CheckId(Located<string> id, DiagnosticBag bag)
    {
        if (!Names.IsIdentifier(id.Value))
        {
            bag.Add(Errors.RunIdInvalid(id));
        }
        else if (Names.Reserved.Contains(id.Value))
        {
            bag.Add(Errors.RunIdReserved(id));
        }
    }

    private static Resolved? Resolved(YamlEntry declared, IReadOnlyList<DataSet> data, OwnKinds own, DiagnosticBag bag)
    {
        var (id, value) = declared;
        var map = value as YamlMap ?? new YamlMap([], value.Place);
        var name = $"run '{id.Value}'{(ExperimentShape.IsTrained(map) ? "" : ", which needs no training,")}";
        if (ShapeReader.Read(value, ExperimentShape.Resolved(map, data, own), name, bag) is not { } read)
        {
            return null;
        }

        var set = data.First(d => d.Name == read.Text("data"));
        var spec = SpecReader.Read(read, set);
        var whole = WithProbes(read, spec.Probes);
        var problems = SpecChecks.Of(spec, set.Size.Height * set.Size.Width);
        foreach (var problem in problems)
        {
            bag.Add(Errors.RunUnfit(SpecPlaces.Of(problem.Path, whole), problem.Code, problem.Message));
        }

        return problems.Count == 0
            ? new(
                new Experiment(id.Value, spec, YamlWriter.Write(new YamlEntry(id, whole)), id.Place)
                {
                    Seeds = (int)(whole.WholeOrNull("seeds") ?? 1),
                },
                whole
            )
            : null;
    }

    /// <summary>Sorted and complete, as the spec has them; those that were written keep their places.</summary>
    private static YamlMap WithProbes(YamlMap map, IReadOnlyList<string> probes)
    {
        var written = map.List("probes").Cast<YamlScalar>().ToList();
        var items = probes.Select(p => written.Find(w => w.Text == p) ?? new YamlScalar(p, false, map.Place));
        var key = new Located<string>("probes", map.Place);
        return map with
        {
            Entries =
            [
                .. map.Entries.Where(e => e.Key.Value != key.Value),
                new YamlEntry(key, new YamlList([.. items], map.Place)),
            ],
        };
    }
}

/// <param name="Sweeps">By the name that stands for their runs, which are among the others.</param>
/// <param name="Unreadable">Ids of declarations that are not right.</param>
public sealed record DeclaredRuns(
    IReadOnlyList<Experiment> Experiments,
    IReadOnlyDictionary<string, Sweep> Sweeps,
    IReadOnlySet<string> Unreadable
);

/// <param name="Map">The declaration, inheritance and defaults filled in: where each value was written.</param>
internal sealed record Resolved(Experiment Experiment, YamlMap Map);
