using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>What can be said of the figures that a book asks for before anything is trained.</summary>
public static class FigureChecks
{
    /// <summary>Reports figures that differ between languages.</summary>
    public static void Check(Book book, DiagnosticBag bag)
    {
        foreach (var (request, _, others) in FigureGallery.Requests(book))
        {
            foreach (var other in others.Where(o => !Same(o, request)))
            {
                bag.Add(Errors.FigureDiffers(other.Place, other.Id, request.Place));
            }
        }
    }

    private static bool Same(FigureRequest a, FigureRequest b) =>
        a.Kind == b.Kind
        && a.Runs.SequenceEqual(b.Runs)
        && a.Options.OrderBy(o => o.Key, StringComparer.Ordinal)
            .SequenceEqual(b.Options.OrderBy(o => o.Key, StringComparer.Ordinal));

    /// <summary>The runs named, if all of them are finished.</summary>
    public static IReadOnlyList<Run>? Runs(FigureRequest request, RunSet runs, DiagnosticBag bag)
    {
        var missing = request.Runs.Where(id => !runs.ById.ContainsKey(id)).ToList();
        missing.ForEach(id => bag.Add(Errors.FigureRunMissing(request.Place, request.Id, id, runs.ById.Keys)));
        return missing.Count == 0 ? [.. request.Runs.Select(id => runs.ById[id])] : null;
    }
}
