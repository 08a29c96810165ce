using System.Collections.Concurrent;
using System.Globalization;
using Recto.Experiments.Contract;
using Spectre.Console;

namespace Recto.Runs;

/// <summary>The door to the reader of the console: quiet lines in a log, live bars on a terminal.</summary>
/// <param name="listen">Told of jobs that begin, and how many at a time; what it answers hears of their progress too.</param>
public sealed class RunDisplay(
    TextWriter log,
    bool isTerminal,
    Func<IReadOnlyList<Job>, int, Action<string, WorkProgress>>? listen = null
)
{
    private const int LinesARun = 10;

    public static RunDisplay OfConsole(Func<IReadOnlyList<Job>, int, Action<string, WorkProgress>>? listen = null)
    {
        var isLog =
            Console.IsOutputRedirected
            || Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new RunDisplay(Console.Out, !isLog, listen);
    }

    public void Say(string line) => log.WriteLine(line);

    /// <summary>Does the work and shows what it reports, run by run.</summary>
    /// <param name="workers">At the same time.</param>
    public Task ShowAsync(IReadOnlyList<Job> jobs, int workers, Func<Action<string, WorkProgress>, Task> work)
    {
        var also = listen?.Invoke(jobs, workers);
        return isTerminal
            ? RunBars.ShowAsync(AnsiConsole.Console, jobs, workers, hear => work(hear + also))
            : work(new Log(this, new WholeProgress(jobs, workers)).Write + also);
    }

    /// <summary>At most a line an epoch, and ten a run.</summary>
    private sealed class Log(RunDisplay display, WholeProgress whole)
    {
        private readonly ConcurrentDictionary<string, int> told = new();

        public void Write(string run, WorkProgress progress)
        {
            whole.Hear(run, progress);
            var isDue = progress.Event switch
            {
                WorkEvent.Step => false,
                WorkEvent.Epoch => IsNewTenth(run, progress),
                _ => true,
            };
            if (isDue)
            {
                var isLast = progress.Event is WorkEvent.Done or WorkEvent.Failed;
                var sum = isLast && whole.Count > 1 ? $" ({ProgressWords.Of(whole)})" : "";
                display.Say($"{run}: {ProgressWords.Of(progress)}{sum}");
            }
        }

        private bool IsNewTenth(string run, WorkProgress progress)
        {
            var tenth = (int)(LinesARun * (ProgressWords.Part(progress) ?? 0));
            var isNew = tenth > told.GetValueOrDefault(run);
            told[run] = tenth;
            return isNew;
        }
    }
}

/// <summary>What a line of progress says, in words.</summary>
public static class ProgressWords
{
    public static string Of(WorkProgress progress) =>
        progress.Event switch
        {
            WorkEvent.Started => "starts",
            WorkEvent.Evaluating => "is evaluated",
            WorkEvent.Done => "done",
            WorkEvent.Failed => "failed",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"epoch {progress.Epoch}/{progress.Epochs}, loss {progress.Loss:0.00000}{TimeLeft(progress)}"
            ),
        };

    public static string Of(WholeProgress whole) =>
        $"{whole.Ended} of {whole.Count} runs" + (whole.Ended < whole.Count ? TimeLeft(whole.Left) : "");

    /// <summary>Part of the whole training that is done, 0 to 1; null where the line does not tell.</summary>
    public static double? Part(WorkProgress progress) =>
        progress switch
        {
            { Event: WorkEvent.Evaluating or WorkEvent.Done } => 1,
            { Event: WorkEvent.Epoch, Epoch: { } epoch, Epochs: { } epochs } => (double)epoch / epochs,
            { Event: WorkEvent.Step, Epoch: { } epoch, Epochs: { } epochs } => (epoch - 1 + (progress.Part ?? 0))
                / epochs,
            _ => null,
        };

    private static string TimeLeft(WorkProgress progress)
    {
        if (progress.Seconds is not { } seconds || Part(progress) is not (> 0 and < 1 and var part))
        {
            return "";
        }

        return TimeLeft(TimeSpan.FromSeconds(Math.Ceiling(seconds * (1 - part) / part)));
    }

    private static string TimeLeft(TimeSpan left) =>
        string.Create(CultureInfo.InvariantCulture, $", {left:h\\:mm\\:ss} left");
}
