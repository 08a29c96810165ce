using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>A finished run, as a figure kind of a report's own sees it.</summary>
public sealed class FigureRun
{
    private readonly FigureSource source;
    private readonly Run run;
    private readonly IReadOnlyList<Run> seeds;
    private readonly Action<string> note;

    /// <param name="note">Told of each file that is read, as <c>run/file</c>.</param>
    internal FigureRun(FigureSource source, Run run, string name, Action<string> note)
    {
        (this.source, this.run, this.note, Name) = (source, run, note, name);
        seeds = source.SeedsOf(run);
    }

    /// <summary>For labels: its id without what all runs of the figure begin with; empty for a run alone.</summary>
    public string Name { get; }

    /// <summary>What it was asked for and what it is made of: spec, layers, artifacts.</summary>
    public RunRecord Record => run.Record;

    /// <summary>A number that it recorded, as <c>test.mse</c> or <c>own.mean_light</c>; of seeds the mean.</summary>
    public double Metric(string name) => Seeds(name).Average();

    /// <summary>The same of each seed.</summary>
    public IReadOnlyList<double> Seeds(string metric)
    {
        if (!seeds.All(s => s.Record.Metrics.ContainsKey(metric)))
        {
            throw new FigureFailure(place =>
                Errors.MetricUnknown(new(metric, place), run.Id, [.. run.Record.Metrics.Keys])
            );
        }

        Note("run.json");
        return [.. seeds.Select(s => s.Record.Metrics[metric])];
    }

    /// <summary>A value for each epoch, of <c>loss</c>, <c>test.loss</c>, …; of seeds the means.</summary>
    public IReadOnlyList<double> Curve(string name)
    {
        if (!seeds.All(s => s.Curves.ContainsKey(name)))
        {
            throw new FigureFailure(place => Errors.CurveUnknown(place, run.Id, name, run.Curves.Keys));
        }

        Note("curves.csv");
        var epochs = seeds.Min(s => s.Curves[name].Count);
        return [.. Enumerable.Range(0, epochs).Select(e => seeds.Average(s => s.Curves[name][e]))];
    }

    /// <summary>An array that it recorded (of seeds the first), as <c>codes.npy</c> [images, code size]: shape, and values in C order.</summary>
    public NpyArray Array(string file)
    {
        note($"{run.Id}/{file}");
        return source.Array(run, file) ?? throw new FigureFailure(null);
    }

    internal bool Knows(string name) => run.Record.Metrics.ContainsKey(name) || run.Curves.ContainsKey(name);

    private void Note(string file) => seeds.ToList().ForEach(s => note($"{s.Id}/{file}"));
}

/// <summary>Drawing cannot go on.</summary>
/// <param name="diagnose">What is wrong, given the line that asked for it; null where it has been said.</param>
/// <param name="place">That line, once it is known.</param>
internal sealed class FigureFailure(Func<Place, Diagnostic>? diagnose, Place? place = null) : Exception
{
    public Func<Place, Diagnostic>? Diagnose { get; } = diagnose;

    public Place? Place { get; } = place;
}
