using System.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>Tells how training goes: every epoch, and at most four steps a second.</summary>
public sealed class Reporter(int epochs, Action<WorkProgress> tell)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = Pause;

    public double Seconds => clock.Elapsed.TotalSeconds;

    public void Report(TrainingProgress progress)
    {
        var isEnd = progress.Part >= 1;
        if (!isEnd && clock.Elapsed < next)
            return;
        next = clock.Elapsed + Pause;
        tell(
            new WorkProgress
            {
                Event = isEnd ? WorkEvent.Epoch : WorkEvent.Step,
                Epoch = progress.Epoch,
                Epochs = epochs,
                Part = isEnd ? null : progress.Part,
                Loss = progress.Loss,
                Seconds = Seconds,
            }
        );
    }
}
