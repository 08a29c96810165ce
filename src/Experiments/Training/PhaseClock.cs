using System.Diagnostics;

namespace Recto.Experiments.Training;

/// <summary>Parts of a step, in order.</summary>
public enum Phase
{
    Gather,
    Forward,
    Loss,
    Backward,
    Optimizer,
}

/// <summary>Where the time of steps goes; for benchmarks.</summary>
public sealed class PhaseClock
{
    private readonly long[] ticks = new long[Enum.GetValues<Phase>().Length];
    private long last = Stopwatch.GetTimestamp();

    public double Milliseconds(Phase phase) => ticks[(int)phase] * 1e3 / Stopwatch.Frequency;

    /// <summary>Counts the time since the end before this one.</summary>
    public void End(Phase phase)
    {
        var now = Stopwatch.GetTimestamp();
        ticks[(int)phase] += now - last;
        last = now;
    }
}
