using Recto.Diagnostics;

namespace Recto.Content.Declarations;

/// <summary>What a chapter's body may name: the runs and claims of the whole report.</summary>
/// <param name="Sweeps">Names that stand for several of the runs.</param>
/// <param name="Unreadable">Runs that are declared, but not right.</param>
/// <param name="OwnFigures">Kinds of figures that the report brings along.</param>
public sealed record Declared(
    IReadOnlyDictionary<string, Experiment> Experiments,
    IReadOnlyDictionary<string, Sweep> Sweeps,
    IReadOnlyDictionary<string, Claim> Claims,
    IReadOnlySet<string> Unreadable,
    IReadOnlyList<string> OwnFigures
)
{
    /// <summary>The run of that id; an unknown one is reported, an unreadable one has been.</summary>
    public Experiment? Run(Located<string> id, DiagnosticBag bag)
    {
        if (Experiments.TryGetValue(id.Value, out var experiment) || Unreadable.Contains(id.Value))
        {
            return experiment;
        }

        bag.Add(Errors.RunUnknown(id, Experiments.Keys));
        return null;
    }

    /// <summary>Each sweep's name replaced by its runs.</summary>
    public IReadOnlyList<Located<string>> Runs(IEnumerable<Located<string>> names) =>
        [
            .. names.SelectMany(name =>
                Sweeps.TryGetValue(name.Value, out var sweep)
                    ? sweep.Members.Select(m => name with { Value = m.Run })
                    : [name]
            ),
        ];
}
