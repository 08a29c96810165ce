using Recto.Content;
using Recto.Diagnostics;

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
}
