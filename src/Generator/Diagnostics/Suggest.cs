namespace Recto.Diagnostics;

/// <summary>The nearest right name, for the end of an error's sentence.</summary>
public static class Suggest
{
    /// <summary><c>; did you mean 'tanh'?</c>, or the list of what is known where nothing is near.</summary>
    public static string Among(string wrong, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var near = Nearest(wrong, names);
        return near is not null ? $"; did you mean '{near}'?"
            : names.Count is > 0 and <= 12 ? $"; known: {string.Join(", ", names)}"
            : "";
    }

    /// <summary>The known name fewest edits away, if that is at most a third of its length (and at least one).</summary>
    public static string? Nearest(string wrong, IEnumerable<string> known) =>
        known
            .Select(name => (name, distance: Edits(wrong, name)))
            .Where(c => c.distance <= Math.Max(1, Math.Max(wrong.Length, c.name.Length) / 3))
            .OrderBy(c => c.distance)
            .ThenBy(c => c.name, StringComparer.Ordinal)
            .Select(c => c.name)
            .FirstOrDefault();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, letter case ignored.</summary>
    private static int Edits(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (Same(i, j) ? 0 : 1));
                if (i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j))
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];

        bool Same(int i, int j) => char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
    }
}
