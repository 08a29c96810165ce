using System.Collections.Concurrent;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Figures;

/// <summary>
/// What a figure kind of a report's own is drawn on, by <c>public static void Draw(FigureCanvas figure)</c>: once for
/// each language, in the page's own font and colours, light and dark.
/// </summary>
public sealed class FigureCanvas : IDisposable
{
    private const int Top = 38;
    private const int Below = 58; // for the words of an axis
    private const int Between = 78;

    private readonly FigureSource source;
    private readonly Terms terms;
    private readonly Sheet sheet = new(0);
    private readonly List<LegendEntry> legend = [];
    private readonly ConcurrentDictionary<string, bool> read = new(StringComparer.Ordinal);
    private int bottom = Top;

    internal FigureCanvas(FigureSource source, Terms terms)
    {
        (this.source, this.terms) = (source, terms);
        var names = RunNames.Of(source.Request.Runs);
        Runs = [.. source.Runs.Select(run => new FigureRun(source, run, names[run.Id], file => read[file] = true))];
        Metrics = (source.Request.Options.GetValueOrDefault(FigureKinds.Metric) ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
    }

    /// <summary>Those that the chapter names in <c>runs=</c>, in that order; of a sweep, all.</summary>
    public IReadOnlyList<FigureRun> Runs { get; }

    /// <summary>Those that the chapter names in <c>metric=</c>: metrics or curves of every run; none if it names none.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>In the page's language: a word of <c>templates/terms.en.yml</c>, or what it calls a metric.</summary>
    public string Word(string key) =>
        terms.Words.TryGetValue(key, out var word) ? word
        : terms.Words.TryGetValue($"metric.{key}", out word) ? word
        : Runs.Any(r => r.Knows(key)) ? key
        : throw new FigureFailure(place => Errors.FigureWordUnknown(place, key, terms.Language.Code, terms.Words.Keys));

    /// <summary>A chart below those there are, as wide as the page's wide column.</summary>
    /// <param name="height">Of the area that its axes enclose, in CSS pixels.</param>
    public Chart Chart(ChartAxis x, ChartAxis y, int height = 244)
    {
        var chart = new Chart(sheet, bottom, height, x, y);
        bottom += height + Between;
        return chart;
    }

    /// <summary>An entry of the legend above the figure.</summary>
    /// <param name="colour">As in the chart.</param>
    public void Legend(string label, int colour, bool dashed = false) =>
        legend.Add(new LegendEntry(label, Figures.Chart.InkOf(colour).Class!, dashed ? Ink.Dashes : ""));

    public void Dispose() => sheet.Dispose();

    internal Drawing Finish() =>
        sheet.Finish(bottom - Between + Below) with
        {
            Legend = legend,
            Data = [.. read.Keys.Order(StringComparer.Ordinal)],
        };
}
