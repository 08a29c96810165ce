namespace Recto.Runs;

/// <summary>Which runs must be trained.</summary>
internal static class Due
{
    /// <summary>Those without a result, and the light ones that these need whole; of the latter it is said why.</summary>
    public static IReadOnlyList<RunState> Of(IReadOnlyList<RunState> states, bool fresh, Action<string> say)
    {
        if (fresh)
        {
            return states;
        }

        var byId = states.ToDictionary(s => s.Planned.Id);
        var due = new HashSet<RunState>(ReferenceEqualityComparer.Instance);
        foreach (var state in states.Where(s => s.Result is null))
        {
            Add(state);
        }

        return [.. states.Where(due.Contains)];

        void Add(RunState state)
        {
            if (!due.Add(state))
            {
                return;
            }

            foreach (var needed in state.Planned.Needs.Select(id => byId[id]).Where(n => n.Result is { IsLight: true }))
            {
                if (!due.Contains(needed))
                {
                    say(
                        $"{needed.Planned.Id} is published without its weights, which {state.Planned.Id} needs: it is trained again"
                    );
                }

                Add(needed);
            }
        }
    }
}
