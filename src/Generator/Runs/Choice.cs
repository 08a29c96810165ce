using Recto.Diagnostics;

namespace Recto.Runs;

/// <summary>What of a plan is made, as the command line says.</summary>
public static class Choice
{
    /// <summary>The states, without the results that <c>--fresh</c> makes again.</summary>
    /// <exception cref="ReportException"><c>--only</c> names no run of the report.</exception>
    public static IReadOnlyList<RunState> Of(IReadOnlyList<RunState> states, RunOptions options)
    {
        if (options.Only?.FirstOrDefault(id => states.All(s => s.Id != id)) is { } unknown)
        {
            var known = Suggest.Among(unknown, states.Select(s => s.Id));
            throw new ReportException(ExitCode.AuthorMistake, $"there is no run '{unknown}'{known}");
        }

        return options switch
        {
            { NoTrain: true } => states,
            { Fresh: true } => WithWeights([.. states.Select(s => IsNamed(s.Id, options) ? Forgotten(s) : s)], options),
            _ => WithWeights([.. states], options),
        };
    }

    /// <summary>A result without weights is none where a run that is made must start from them.</summary>
    private static List<RunState> WithWeights(List<RunState> states, RunOptions options)
    {
        for (var i = states.Count - 1; i >= 0; i--) // children first, so that a parent's parent is seen as well
        {
            var state = states[i];
            if (
                state.Result is { IsWhole: false }
                && states.Find(s => s.Planned.Needs.Contains(state.Id) && Makes(s, states, options)) is { } child
            )
            {
                states[i] = Forgotten(state) with { NeededBy = child.Id };
            }
        }

        return states;
    }

    /// <summary>Whether something is done for a run: it is due, and it, or one that needs it, was asked for.</summary>
    public static bool Makes(RunState state, IReadOnlyList<RunState> states, RunOptions options) =>
        !options.NoTrain
        && state.Work is not RunWork.None
        && (
            IsNamed(state.Id, options)
            || states.Any(s => s.Planned.Needs.Contains(state.Id) && Makes(s, states, options))
        );

    private static bool IsNamed(string id, RunOptions options) => options.Only?.Contains(id) ?? true;

    /// <summary>Its result may still be shown, should it not be possible to make it again.</summary>
    private static RunState Forgotten(RunState state) =>
        state with
        {
            Result = null,
            Trained = null,
            Last = state.Result ?? state.Last,
        };
}
