using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>What can be said of the figures that a book asks for before anything is trained.</summary>
public static class FigureChecks
{
    /// <summary>Reports unknown kinds and attributes, wrong numbers of runs, probes not asked for, and figures that differ between languages.</summary>
    public static void Check(Book book, DiagnosticBag bag)
    {
        foreach (var (request, _, others) in FigureGallery.Requests(book))
        {
            CheckProbes(request, Kind(request, bag), book, bag);
            foreach (var other in others.Where(o => !Same(o, request)))
            {
                bag.Add(Errors.FigureDiffers(other.Place, other.Id, request.Place));
            }
        }
    }

    private static void CheckProbes(FigureRequest request, FigureKind? kind, Book book, DiagnosticBag bag)
    {
        if (kind?.Probe is not { } probe)
        {
            return;
        }

        foreach (var id in request.Runs)
        {
            if (book.Experiments.TryGetValue(id, out var run) && !run.Spec.Probes.Contains(probe))
            {
                bag.Add(Errors.ProbeMissing(request.Place, kind.Name, id, probe));
            }
        }
    }

    private static bool Same(FigureRequest a, FigureRequest b) =>
        a.Kind == b.Kind
        && a.Runs.SequenceEqual(b.Runs)
        && a.Options.OrderBy(o => o.Key, StringComparer.Ordinal)
            .SequenceEqual(b.Options.OrderBy(o => o.Key, StringComparer.Ordinal));

    /// <summary>The kind, if the request fits it.</summary>
    public static FigureKind? Kind(FigureRequest request, DiagnosticBag bag)
    {
        var kind = FigureGallery.Kinds.FirstOrDefault(k => k.Name == request.Kind);
        if (kind is null)
        {
            bag.Add(Errors.FigureKindUnknown(request.Place, request.Kind, FigureGallery.Kinds.Select(k => k.Name)));
            return null;
        }

        var wrong = request.Options.Keys.Except(kind.Options).Order(StringComparer.Ordinal).ToList();
        wrong.ForEach(option => bag.Add(Errors.FigureOptionUnknown(request.Place, kind.Name, option, kind.Options)));
        if (request.Runs.Count < 1 || request.Runs.Count > kind.Runs)
        {
            bag.Add(Errors.FigureRunsWrong(request.Place, kind.Name, kind.Runs, request.Runs.Count));
            return null;
        }

        return wrong.Count == 0 ? kind : null;
    }

    /// <summary>The runs named, if all of them are finished.</summary>
    public static IReadOnlyList<Run>? Runs(FigureRequest request, RunSet runs, DiagnosticBag bag)
    {
        var missing = request.Runs.Where(id => !runs.ById.ContainsKey(id)).ToList();
        missing.ForEach(id => bag.Add(Errors.FigureRunMissing(request.Place, request.Id, id, runs.ById.Keys)));
        return missing.Count == 0 ? [.. request.Runs.Select(id => runs.ById[id])] : null;
    }
}
