using Recto.Planning;

namespace Recto.Runs;

/// <summary>How long a run may take before it counts as stuck.</summary>
public static class TimeLimit
{
    /// <summary>A machine may be slower than the one that measured, and busy.</summary>
    private const double Patience = 10;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(30);

    /// <summary>Of a run that was never made.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromHours(12);

    /// <summary>As declared; else ten times what the run took before, in proportion to its effort now, but at least half an hour.</summary>
    public static TimeSpan Of(RunState state, TimeSpan? declared)
    {
        if (declared is not null || (state.Last ?? state.Result) is not { } before)
        {
            return declared ?? Unknown;
        }

        var growth = Effort.Of(state.Planned.Spec) / Effort.Of(before.Record.Spec);
        var expected = TimeSpan.FromSeconds(before.Environment.TotalSeconds * growth);
        var limit = Patience * expected;
        return limit < Least ? Least : limit;
    }
}
