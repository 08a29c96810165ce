using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Other reports that are published below a report's site: each a folder with a manifest of its own, which guards it.</summary>
public static class Guests
{
    /// <summary>Their folders' names, in order.</summary>
    public static IReadOnlyList<string> Of(string site) =>
        Directory.Exists(site)
            ?
            [
                .. Directory
                    .EnumerateDirectories(site)
                    .Where(IsGuest)
                    .Select(folder => Path.GetFileName(folder))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>What lies in a site but for its guests: path → SHA-256.</summary>
    public static SortedDictionary<string, string> LeftOut(string site) =>
        FileDigests.OfTree(site, folder => Path.GetDirectoryName(folder) == site && IsGuest(folder));

    private static bool IsGuest(string folder) => File.Exists(Path.Combine(folder, Manifest.Name));
}
