using Recto.Experiments.Contract;
using Spectre.Console;

namespace Recto.Runs;

/// <summary>Live bars by Spectre.Console: one for each worker, and one for the whole.</summary>
public sealed class RunBars
{
    /// <summary>Of a terminal that does not tell its size; Spectre.Console fails on none.</summary>
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    /// <summary>A bar that is full is done for good, and these are used again.</summary>
    private const double Almost = 99.9;

    private readonly Lock gate = new();
    private readonly WholeProgress whole;
    private readonly List<Line> lines;
    private readonly ProgressTask all;

    private RunBars(ProgressContext context, IReadOnlyList<Job> jobs, int workers)
    {
        whole = new WholeProgress(jobs, workers);
        lines = [.. Enumerable.Range(0, Math.Min(workers, jobs.Count)).Select(_ => new Line(context.AddTask("–")))];
        all = context.AddTask("–");
        Show();
    }

    public static Task ShowAsync(
        IAnsiConsole console,
        IReadOnlyList<Job> jobs,
        int workers,
        Func<Action<string, WorkProgress>, Task> work
    )
    {
        if (console.Profile.Height <= 0 || console.Profile.Width <= 0)
        {
            (console.Profile.Width, console.Profile.Height) = (UsualWidth, UsualHeight);
        }

        return console
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new SpinnerColumn()
            )
            .StartAsync(context => work(new RunBars(context, jobs, workers).Hear));
    }

    private void Hear(string run, WorkProgress progress)
    {
        lock (gate)
        {
            // A worker that is done leaves its line to the next.
            var line = lines.Find(l => l.Run == run) ?? lines.Find(l => l.IsFree) ?? lines[0];
            line.Run = run;
            line.IsFree = progress.Event is WorkEvent.Done or WorkEvent.Failed;
            line.Bar.Value =
                progress.Event is WorkEvent.Started ? 0
                : ProgressWords.Part(progress) is { } part ? Math.Min(Almost, 100 * part)
                : line.Bar.Value;
            line.Bar.Description = Markup.Escape($"{run}  {ProgressWords.Of(progress)}");
            whole.Hear(run, progress);
            Show();
        }
    }

    private void Show()
    {
        all.Value = 100 * whole.Part;
        all.Description = Markup.Escape(ProgressWords.Of(whole));
    }

    private sealed class Line(ProgressTask bar)
    {
        public ProgressTask Bar => bar;

        public string Run { get; set; } = "";

        public bool IsFree { get; set; } = true;
    }
}
