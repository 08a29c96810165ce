using System.Collections.Concurrent;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Run folders as they were when they were first asked for, each read once.</summary>
internal sealed class ReadFolders
{
    private readonly ConcurrentDictionary<string, Lazy<RunRecord>> records = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Run>> runs = new(StringComparer.Ordinal);

    /// <exception cref="RunDamagedException">As <see cref="RunFolder.ReadRecord"/>, each time.</exception>
    public RunRecord Record(string folder) =>
        records.GetOrAdd(folder, f => new Lazy<RunRecord>(() => RunFolder.ReadRecord(f))).Value;

    /// <exception cref="RunDamagedException">As <see cref="RunFolder.ReadSealed"/>, each time.</exception>
    public Run Sealed(string folder) =>
        runs.GetOrAdd(folder, f => new Lazy<Run>(() => RunFolder.ReadSealed(f, Record(f)))).Value;

    /// <summary>What is wrong with it is told to who asks for it.</summary>
    public void Ahead(string folder)
    {
        try
        {
            Sealed(folder);
        }
        catch (Exception e) when (e is RunDamagedException or IOException or UnauthorizedAccessException)
        {
            // As said.
        }
    }
}
