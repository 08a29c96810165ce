namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic FigureDiffers(Place place, string figure, Place primary) =>
        Error(
            "figure-differs",
            place,
            $"figure '{figure}' is not the one of {primary}: kind, runs and attributes must be the same in each language"
        );

    public static Diagnostic CurveUnknown(Place place, string run, string metric, IEnumerable<string> known) =>
        Error("curve-unknown", place, $"run '{run}' has no curve of '{metric}'{Suggest.Among(metric, known)}");

    public static Diagnostic ArtifactMissing(Place place, string run, string file, IEnumerable<string> known) =>
        Error(
            "artifact-missing",
            place,
            $"a figure needs '{file}' of run '{run}', which recorded no such file{Suggest.Among(file, known)}"
        );

    public static Diagnostic ArtifactDamaged(Place place, string run, string file, string why) =>
        Error("artifact-damaged", place, $"'{file}' of run '{run}' cannot be read: {why}");

    public static Diagnostic ArtifactShapeWrong(
        Place place,
        string run,
        string file,
        IReadOnlyList<int> shape,
        string expected
    ) =>
        Error(
            "artifact-shape-wrong",
            place,
            $"'{file}' of run '{run}' has shape ({string.Join(", ", shape)}), expected {expected}"
        );

    public static Diagnostic GlyphMissing(Place place, string figure, string language, string characters) =>
        Error(
            "glyph-missing",
            place,
            $"the font of figures has no glyph for '{characters}', which figure '{figure}' shows in '{language}'"
        );
}
