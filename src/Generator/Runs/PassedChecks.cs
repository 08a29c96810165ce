using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>What was found right, as digests in <c>.cache/passed</c>: nobody looks twice at what has not changed.</summary>
/// <remarks>What is found wrong is never kept, so that it is told again each time.</remarks>
/// <param name="file">Null: nothing has passed before.</param>
public sealed class PassedChecks(string? file)
{
    /// <summary>Enough for a few editions; older ones are forgotten.</summary>
    private const int Most = 5_000;

    /// <summary>The newest first.</summary>
    private readonly HashSet<string> known = file is not null && File.Exists(file) ? [.. File.ReadLines(file)] : [];

    private readonly ConcurrentDictionary<string, bool> now = new(StringComparer.Ordinal);

    public static PassedChecks Of(Workspace workspace) =>
        new(Path.Combine(workspace.Cache, "passed")) { IsForReading = workspace.IsForReading };

    /// <summary>Nothing is kept.</summary>
    public bool IsForReading { get; init; }

    /// <summary>Checks, unless these very inputs have passed before.</summary>
    /// <param name="inputs">All that the outcome hangs on, but for Recto itself: what is checked comes first.</param>
    public void Check(IEnumerable<string> inputs, DiagnosticBag bag, Action<DiagnosticBag> check)
    {
        var key = KeyOf(inputs);
        if (!Has(key))
        {
            var found = new DiagnosticBag();
            check(found);
            if (found.Count > 0)
            {
                bag.Add(found);
                return;
            }
        }

        Pass(key);
    }

    /// <param name="inputs">As above.</param>
    public static string KeyOf(IEnumerable<string> inputs) => Keys.Digest([ProgramDigest.Of(), .. inputs]);

    /// <summary>Whether what has this key has passed before.</summary>
    public bool Has(string key) => known.Contains(key);

    public void Pass(string key) => now[key] = true;

    /// <summary>For the next build.</summary>
    public void Keep()
    {
        if (file is null || IsForReading || now.Keys.All(known.Contains))
        {
            return;
        }

        var keys = now.Keys.Concat(known.Where(key => !now.ContainsKey(key))).Take(Most);
        WholeFile.Write(file, draft => File.WriteAllLines(draft, keys));
    }
}
