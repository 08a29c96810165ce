using System.Collections.Concurrent;

namespace Recto.Runs;

/// <summary>What was computed once, kept in a folder under the digest of all that it was made of.</summary>
/// <remarks>Nothing in it is trusted: an entry that does not begin with the digest of its content is not there.</remarks>
/// <param name="isForReading">What is new is kept in memory alone.</param>
public sealed class DigestCache(string folder, bool isForReading = false)
{
    /// <summary>How many times over an edition's own entries may be kept, for texts and branches that come back.</summary>
    private const int Generations = 4;

    private const int DigestLength = 64;

    private readonly ConcurrentDictionary<string, byte[]> used = new(StringComparer.Ordinal);

    /// <summary>The value kept under the key; null where there is none, or none that is whole.</summary>
    public byte[]? Find(string key)
    {
        if (used.TryGetValue(key, out var known))
        {
            return known;
        }

        var file = Path.Combine(folder, key);
        if (!File.Exists(file))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(file);
        if (bytes.Length < DigestLength || !bytes.AsSpan(0, DigestLength).SequenceEqual(Digest(bytes[DigestLength..])))
        {
            return null;
        }

        return used[key] = bytes[DigestLength..];
    }

    /// <summary>A killed build leaves no half entry.</summary>
    public void Keep(string key, byte[] value)
    {
        used[key] = value;
        if (isForReading)
        {
            return;
        }

        WholeFile.Write(Path.Combine(folder, key), draft => File.WriteAllBytes(draft, [.. Digest(value), .. value]));
    }

    /// <summary>Drops the oldest of what was not used, so that the folder stays a few times as large as what was.</summary>
    public void Prune()
    {
        if (isForReading || !Directory.Exists(folder))
        {
            return;
        }

        var room = (Generations - 1) * used.Values.Sum(value => (long)value.Length + DigestLength);
        var others = new DirectoryInfo(folder).EnumerateFiles().Where(file => !used.ContainsKey(file.Name));
        foreach (var file in others.OrderByDescending(file => file.LastWriteTimeUtc))
        {
            room -= file.Length;
            if (room < 0)
            {
                file.Delete();
            }
        }
    }

    private static byte[] Digest(byte[] value) => [.. FileDigests.OfBytes(value).Select(c => (byte)c)];
}
