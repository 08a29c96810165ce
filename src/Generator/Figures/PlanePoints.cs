using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>A run's codes of the test set where they can be drawn: as they are, or their principal components.</summary>
public sealed record PlanePoints(Run Run, IReadOnlyList<Dot> Dots, string File)
{
    private const string Codes = "codes.npy";
    private const string Components = "codes2d.npy";
    private const string Labels = "labels.npy";

    public IReadOnlyList<string> Files => [$"{Run.Id}/{File}", $"{Run.Id}/{Labels}"];

    /// <summary>What the first and the second axis are called.</summary>
    public Func<int, Word> Axis(Terms terms) =>
        i =>
            File == Components
                ? new Word(0, 0, FormattableString.Invariant($"{terms["principal_component"]} {i}"))
                : new Word(0, 0, "z") { Index = FormattableString.Invariant($"{i}") };

    /// <summary>Absent, with a diagnostic, if a file is not what it should be.</summary>
    public static PlanePoints? Read(FigureSource source, Run run)
    {
        var file = FigureSource.Has(run, Components) ? Components : Codes;
        var codes = source.Array(run, file, rank: 2);
        var labels = source.Array(run, Labels, rank: 1);
        if (codes is null || labels is null)
        {
            return null;
        }

        if (codes.Shape[1] != 2 || codes.Shape[0] != labels.Shape[0])
        {
            var expected = $"({labels.Shape[0]}, 2), as '{Labels}' has {labels.Shape[0]} labels";
            source.Bag.Add(Errors.ArtifactShapeWrong(source.Request.Place, run.Id, file, codes.Shape, expected));
            return null;
        }

        return new PlanePoints(run, Points(codes, labels), file);
    }

    private static List<Dot> Points(NpyArray codes, NpyArray labels) =>
        [
            .. Enumerable
                .Range(0, codes.Shape[0])
                .Select(i => new Dot(codes.Values[2 * i], codes.Values[2 * i + 1], (int)labels.Values[i])),
        ];
}

/// <param name="Class">0 to 255; beyond ten, colours come again.</param>
public readonly record struct Dot(double X, double Y, int Class);

/// <summary>Dots on a sheet.</summary>
public sealed record Cloud(IReadOnlyList<Dot> Dots, Frame Frame);
