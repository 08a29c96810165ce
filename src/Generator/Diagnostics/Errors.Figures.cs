using Recto.Content;

namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic FigureKindUnknown(FigureRequest figure, IEnumerable<string> known) =>
        Error(
            "figure-kind-unknown",
            figure.Place,
            $"there is no kind of figure '{figure.Kind}'{Suggest.Among(figure.Kind, known)}"
        );

    public static Diagnostic FigureOptionUnknown(FigureRequest figure, string option, IEnumerable<string> known) =>
        Error(
            "figure-option-unknown",
            figure.Place,
            $"a figure of kind '{figure.Kind}' has no attribute '{option}'{Suggest.Among(option, known)}"
        );

    public static Diagnostic FigureRunsWrong(FigureRequest figure, int most) =>
        Error(
            "figure-runs-wrong",
            figure.Place,
            $"a figure of kind '{figure.Kind}' takes {(most == 1 ? "one run" : $"one to {most} runs")}, "
                + $"this one names {figure.Runs.Count}"
        );

    public static Diagnostic ProbeMissing(FigureRequest figure, string run, string probe) =>
        Error(
            "probe-missing",
            figure.Place,
            $"a figure of kind '{figure.Kind}' needs probe '{probe}' of run '{run}': add it to the run's 'probes'"
        );

    public static Diagnostic FigureDiffers(FigureRequest figure, FigureRequest primary) =>
        Error(
            "figure-differs",
            figure.Place,
            $"figure '{figure.Id}' is not the one of {primary.Place}: kind, runs and attributes must be the same in each language"
        );

    public static Diagnostic FigureRunMissing(FigureRequest figure, string run, IEnumerable<string> known) =>
        Error(
            "figure-run-missing",
            figure.Place,
            $"figure '{figure.Id}' needs run '{run}', which has no result{Suggest.Among(run, known)}"
        );

    public static Diagnostic CurveUnknown(FigureRequest figure, string run, string metric, IEnumerable<string> known) =>
        Error("curve-unknown", figure.Place, $"run '{run}' has no curve of '{metric}'{Suggest.Among(metric, known)}");

    public static Diagnostic ArtifactMissing(
        FigureRequest figure,
        string run,
        string file,
        IEnumerable<string> known
    ) =>
        Error(
            "artifact-missing",
            figure.Place,
            $"figure '{figure.Id}' needs '{file}' of run '{run}', which recorded no such file{Suggest.Among(file, known)}"
        );

    public static Diagnostic ArtifactDamaged(FigureRequest figure, string run, string file, string why) =>
        Error("artifact-damaged", figure.Place, $"'{file}' of run '{run}' cannot be read: {why}");

    public static Diagnostic ArtifactShapeWrong(
        FigureRequest figure,
        string run,
        string file,
        IReadOnlyList<int> shape,
        string expected
    ) =>
        Error(
            "artifact-shape-wrong",
            figure.Place,
            $"'{file}' of run '{run}' has shape ({string.Join(", ", shape)}), expected {expected}"
        );

    public static Diagnostic GlyphMissing(FigureRequest figure, string language, string characters) =>
        Error(
            "glyph-missing",
            figure.Place,
            $"the font of figures has no glyph for '{characters}', which figure '{figure.Id}' shows in '{language}'"
        );
}
