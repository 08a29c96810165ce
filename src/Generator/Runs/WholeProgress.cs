using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>How far all runs together are: by what each was expected to take, and soon by what it takes.</summary>
/// <param name="most">At the same time.</param>
public sealed class WholeProgress(IReadOnlyList<Job> jobs, int most)
{
    /// <summary>Of a run's training, before its own pace is believed.</summary>
    private const double Enough = 0.05;

    private readonly Lock gate = new();
    private readonly Dictionary<string, double> parts = jobs.ToDictionary(j => j.Id, _ => 0.0);
    private readonly Dictionary<string, double> lengths = jobs.ToDictionary(j => j.Id, j => j.Effort);

    public int Ended
    {
        get
        {
            lock (gate)
            {
                return parts.Values.Count(part => part >= 1);
            }
        }
    }

    public int Count => parts.Count;

    /// <summary>0 to 1.</summary>
    public double Part
    {
        get
        {
            lock (gate)
            {
                var all = lengths.Values.Sum();
                return all > 0 ? jobs.Sum(j => lengths[j.Id] * parts[j.Id]) / all : 1;
            }
        }
    }

    public TimeSpan Left
    {
        get
        {
            lock (gate)
            {
                var rest = jobs.Where(j => parts[j.Id] < 1).Select(j => j with { Effort = Rest(j.Id) }).ToList();
                return TimeSpan.FromSeconds(Math.Ceiling(Schedule.Length(rest, most)));
            }
        }
    }

    public void Hear(string run, WorkProgress progress)
    {
        lock (gate)
        {
            // Evaluation is still to come when training is done.
            var part = progress.Event is WorkEvent.Done or WorkEvent.Failed ? 1 : 0.99 * ProgressWords.Part(progress);
            parts[run] = part ?? parts[run];
            if (progress.Seconds is { } seconds && part is > Enough and < 1)
            {
                lengths[run] = seconds / part.Value;
            }
        }
    }

    private double Rest(string run) => lengths[run] * (1 - parts[run]);
}
