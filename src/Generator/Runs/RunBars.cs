using Recto.Experiments.Contract;
using Spectre.Console;

namespace Recto.Runs;

/// <summary>A live bar a run, by Spectre.Console.</summary>
public static class RunBars
{
    public static Task ShowAsync(
        IAnsiConsole console,
        IReadOnlyList<string> runs,
        Func<Action<string, WorkProgress>, Task> work
    ) =>
        console
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new SpinnerColumn()
            )
            .StartAsync(context =>
            {
                var bars = runs.ToDictionary(
                    run => run,
                    run => context.AddTask(Markup.Escape(run), new ProgressTaskSettings { AutoStart = false })
                );
                return work((run, progress) => Move(bars[run], run, progress));
            });

    private static void Move(ProgressTask bar, string run, WorkProgress progress)
    {
        bar.StartTask();
        bar.Value = 100 * ProgressWords.Part(progress) ?? bar.Value;
        bar.Description = Markup.Escape($"{run}  {ProgressWords.Of(progress)}");
    }
}
