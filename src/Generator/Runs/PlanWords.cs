using System.Globalization;

namespace Recto.Runs;

/// <summary>A forecast as lines of text.</summary>
public static class PlanWords
{
    private const int MostNames = 6;

    /// <param name="all">Runs that are fresh as well.</param>
    public static IEnumerable<string> Of(Forecast forecast, bool all)
    {
        var shown = forecast.Runs.Where(r => all || r.IsDue || r.Freshness is not Freshness.Fresh).ToList();
        var width = shown.Select(r => r.State.Id.Length).DefaultIfEmpty(0).Max();
        return [.. shown.Select(r => Line(r, width)), Sum(forecast), .. Anew(forecast)];
    }

    public static string Duration(double seconds) =>
        seconds < 59.5
            ? Invariant($"{Math.Max(1, Math.Round(seconds))} s")
            : Invariant($"{Math.Floor(Math.Round(seconds) / 60)} min {Math.Round(seconds) % 60} s");

    private static string Line(RunForecast run, int width)
    {
        string[] parts = [Why(run), What(run)];
        return $"  {run.State.Id.PadRight(width)}  {string.Join("; ", parts.Where(p => p.Length > 0))}";
    }

    private static string Why(RunForecast run) =>
        run.Freshness switch
        {
            Freshness.Fresh when run.IsTimeDoubtful && !run.IsDue =>
                "fresh; a claim rests on its time, which was perhaps not measured alone (--fresh --only measures it anew)",
            Freshness.Fresh when run.State.NeededBy is { } child =>
                $"published without its weights, which {child} needs",
            Freshness.Fresh => "fresh",
            Freshness.Missing => "missing",
            _ => $"stale: {Few([.. run.Changes.Select(c => $"{c}")])}",
        };

    /// <summary>Of many, the first few.</summary>
    private static string Few(IReadOnlyList<string> names)
    {
        var rest = names.Count - MostNames;
        return rest > 1 ? $"{string.Join(", ", names.Take(MostNames))} and {rest} more" : string.Join(", ", names);
    }

    private static string What(RunForecast run) =>
        run switch
        {
            { Freshness: Freshness.Fresh, IsDue: false } => "",
            { IsDue: false } => "is not made",
            { State.Work: RunWork.Evaluate } => $"evaluation only, {Time(run)}",
            { State.Planned.IsTimed: true } => $"to train, alone, {Time(run)}",
            _ => $"to train, {Time(run)}",
        };

    private static string Time(RunForecast run) => $"{Duration(run.Estimate.Seconds)} ({run.Estimate.Basis})";

    private static string Sum(Forecast forecast)
    {
        var counts = string.Join(
            ", ",
            Enum.GetValues<Freshness>()
                .Select(f => (Word: Word(f), Count: forecast.Runs.Count(r => r.Freshness == f)))
                .Where(f => f.Count > 0)
                .Select(f => $"{f.Count} {f.Word}")
        );
        var due = forecast.Due.Count();
        var time =
            due == 0
                ? "nothing to make"
                : $"to make: {due}, in about {Duration(forecast.Seconds)} with {Workers(forecast.Jobs)}";
        return $"runs: {(counts.Length == 0 ? "none" : counts)}; {time}";
    }

    private static IEnumerable<string> Anew(Forecast forecast) =>
        new[] { ("figures", forecast.Figures), ("pages", forecast.Pages), ("PDFs", forecast.Pdfs) }
            .Where(made => made.Item2.Count > 0)
            .Select(made => $"{made.Item1} made anew: {Few([.. made.Item2])}");

    public static string Word(Freshness freshness) =>
        freshness switch
        {
            Freshness.Fresh => "fresh",
            Freshness.Stale => "stale",
            _ => "missing",
        };

    private static string Workers(int jobs) => jobs == 1 ? "one worker" : $"{jobs} workers side by side";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
