namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic RunDamaged(Place place, string folder, string what) =>
        Warning("run-damaged", place, $"{folder} is not used and the run is made anew: {what}");

    public static Diagnostic RunFailed(Place place, string run, string what, string lastWords) =>
        Error("run-failed", place, $"'{run}' {what}{Indented(lastWords)}");

    public static Diagnostic RunsOutdated(IEnumerable<string> runs) =>
        Error(
            "runs-outdated",
            null,
            $"nothing is published, as --strict asks, while these runs have no result, or an earlier one: {string.Join(", ", runs)}"
        );

    public static Diagnostic DiskFull(Place place, string run, string what) =>
        Error(
            "disk-full",
            place,
            $"'{run}' {what}\n  There is no space left on the disk; runs that were finished are kept, the site is as it was"
        );

    public static Diagnostic RunStranded(Place place, string run, string needed) =>
        Error("run-stranded", place, $"'{run}' was not begun: it needs the run '{needed}', which has no result");

    /// <param name="isStale">There is an earlier result.</param>
    public static Diagnostic RunNotMade(Place place, string run, bool isStale) =>
        isStale
            ? Warning("run-stale", place, $"'{run}' was not made anew: an earlier result is shown, of another key")
            : Warning("run-absent", place, $"'{run}' was not made: there is no result to show");

    public static Diagnostic DataMissing(Place place, string set, string searched, string toDo) =>
        Error("data-missing", place, $"data set '{set}' is not complete{Indented(searched)}{Indented(toDo)}");

    public static Diagnostic DataUnfit(Place place, string set, string why) =>
        Error("data-unfit", place, $"data set '{set}' cannot be used: {why}");

    public static Diagnostic OwnCodeInvalid(Place place, string message) => Error("own-code-invalid", place, message);

    public static Diagnostic OwnNameTaken(Place place, string name) =>
        Error("own-name-taken", place, $"Recto has a '{name}' itself; give the class and its file another name");

    public static Diagnostic OwnClassWrong(Place place, string name, string method) =>
        Error("own-class-wrong", place, $"expected 'public static class {name}' with 'public static {method}'");

    public static Diagnostic OwnParameterUnfit(Place place, string parameter) =>
        Error(
            "own-parameter-unfit",
            place,
            $"front matter cannot give '{parameter}'; expected 'IReadOnlyList<int> layers', 'Activation activation', 'code' or 'output', or an int, double or bool of another name, with a literal as its default"
        );

    public static Diagnostic WorkerBroken(string words) =>
        Error("worker-broken", null, $"the training worker in src/Experiments does not build{Indented(words)}");

    private static string Indented(string text) =>
        text.Length == 0
            ? ""
            : "\n  " + text.TrimEnd().ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal);
}
