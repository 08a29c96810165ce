namespace Recto.Figures;

/// <summary>What a figure calls its runs: their ids, without the words that all of them begin with.</summary>
public static class RunNames
{
    /// <summary><c>ae_tanh</c> and <c>ae_relu</c> are tanh and relu; a run alone needs no name.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<string> ids)
    {
        var words = ids.Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => id.Split('_'));
        var most = words.Values.Min(w => w.Length) - (words.Count > 1 ? 1 : 0);
        var shared = 0;
        while (shared < most && words.Values.Select(w => w[shared]).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            shared++;
        }

        return words.ToDictionary(w => w.Key, w => string.Join('_', w.Value.Skip(shared)));
    }
}
