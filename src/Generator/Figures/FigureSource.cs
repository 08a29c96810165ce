using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>What a figure is drawn from; the same for every language.</summary>
public sealed record FigureSource(FigureRequest Request, IReadOnlyList<Run> Runs, DiagnosticBag Bag)
{
    /// <summary>A run with those of its further seeds.</summary>
    public Func<Run, IReadOnlyList<Run>> SeedsOf { get; init; } = run => [run];

    /// <summary>An array that a run recorded; absent, with a diagnostic, if it is missing or not of the expected rank.</summary>
    /// <param name="rank">How many axes it must have; null for any.</param>
    public NpyArray? Array(Run run, string file, int? rank = null)
    {
        if (!Has(run, file))
        {
            var known = run.Record.Artifacts.Select(a => a.Path);
            Bag.Add(Errors.ArtifactMissing(Request.Place, run.Id, file, known));
            return null;
        }

        try
        {
            var array = NpyFile.Read(Path.Combine(run.Folder, file));
            if (rank is null || array.Shape.Count == rank)
            {
                return array;
            }

            Bag.Add(Errors.ArtifactShapeWrong(Request.Place, run.Id, file, array.Shape, $"{rank} axes"));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Bag.Add(Errors.ArtifactDamaged(Request.Place, run.Id, file, e.Message));
        }

        return null;
    }

    public static bool Has(Run run, string file) => run.Record.Artifacts.Any(a => a.Path == file);
}
