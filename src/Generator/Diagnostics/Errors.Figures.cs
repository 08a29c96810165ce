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

    public static Diagnostic OwnFigureFailed(Place place, string figure, string what) =>
        Error("own-figure-failed", place, $"figure '{figure}' was not drawn; {what}");

    public static Diagnostic FigureWordUnknown(Place place, string word, string language, IEnumerable<string> known) =>
        Error(
            "figure-word-unknown",
            place,
            $"templates/terms.{language}.yml has no word '{word}'{Suggest.Among(word, known)}"
        );

    public static Diagnostic SweepExpected(Located<string> run, string kind, IEnumerable<string> known) =>
        Error(
            "sweep-expected",
            run.Place,
            $"'{kind}' draws runs made by 'foreach', and '{run.Value}' is one run{Suggest.Among(run.Value, known)}"
        );

    public static Diagnostic SweepKeyUnknown(Place place, string key, string sweep, IEnumerable<string> known) =>
        Error("sweep-key-unknown", place, $"'{sweep}' varies no '{key}'{Suggest.Among(key, known)}");

    public static Diagnostic SweepNotNumeric(Place place, string sweep, string key, string value) =>
        Error(
            "sweep-not-numeric",
            place,
            $"'{sweep}' cannot be drawn over '{key}': '{value}' is no number; say over=… another key, or use a table"
        );

    public static Diagnostic AxisNotPositive(Place place, string axis, string value) =>
        Error("axis-not-positive", place, $"a logarithmic {axis} axis has no place for {value}; leave out log={axis}");

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

    public static Diagnostic PictureInvalid(Place place, string reason) =>
        Error("picture-invalid", place, $"the picture cannot be read: {reason}");

    public static Diagnostic PictureViewBoxMissing(Place place) =>
        Error(
            "picture-viewbox-missing",
            place,
            "expected <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 300\">"
        );

    public static Diagnostic PictureElementForbidden(Place place, string name, IReadOnlyList<string> known) =>
        Error("picture-element-forbidden", place, $"a picture holds no <{name}>{Suggest.Among(name, known)}");

    public static Diagnostic PictureScript(Place place, string attribute) =>
        Error("picture-script", place, $"a picture holds no scripts: remove '{attribute}'");

    public static Diagnostic PictureStyle(Place place, string attribute) =>
        Error(
            "picture-style",
            place,
            $"'{attribute}' would not follow the page; use classes such as 'ink', 'fill' or 'math'"
        );

    public static Diagnostic PictureColour(Place place, string attribute, string value) =>
        Error(
            "picture-colour",
            place,
            $"'{attribute}' is fixed to '{value}' and would not follow light and dark; use classes such as 'ink' or 'accent', or none"
        );

    public static Diagnostic PictureClassUnknown(Place place, string word, IReadOnlyList<string> known) =>
        Error("picture-class-unknown", place, $"pictures have no class '{word}'{Suggest.Among(word, known)}");

    public static Diagnostic PictureExternal(Place place, string address) =>
        Error("picture-external", place, $"a picture loads nothing: '{address}' lies outside of it");

    public static Diagnostic PictureReferenceUnknown(Place place, string id, IEnumerable<string> known) =>
        Error("picture-reference-unknown", place, $"the picture has no id '{id}'{Suggest.Among(id, known)}");

    public static Diagnostic PictureLanguageMissing(Place place, string language) =>
        Error(
            "picture-language-missing",
            place,
            $"this <switch> has no branch for '{language}'; expected one with systemLanguage=\"{language}\""
        );
}
