namespace Recto.Runs;

/// <summary>Where data sets lie: each in a folder of its name below one of these.</summary>
/// <param name="Folders">Searched in order; absolute.</param>
/// <param name="Downloads">The one of them that downloads go to.</param>
public sealed record DataPlaces(IReadOnlyList<string> Folders, string Downloads)
{
    /// <summary>Where what was made of images and arrays is kept, for workers to read.</summary>
    public string Prepared { get; init; } = Path.Combine(Downloads, "prepared");

    /// <summary><c>$RECTO_DATA</c>, the report's <c>data/</c>, the user's cache.</summary>
    public static DataPlaces Of(Workspace workspace)
    {
        var cache = UserCache();
        var given = Environment.GetEnvironmentVariable("RECTO_DATA");
        string[] own = [Path.Combine(workspace.Root, "data"), cache];
        return new(string.IsNullOrEmpty(given) ? own : [Path.GetFullPath(given), .. own], cache)
        {
            Prepared = Path.Combine(workspace.Cache, "data"),
        };
    }

    private static string UserCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var caches =
            OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
            : Path.Combine(home, ".cache");
        return Path.Combine(caches, "recto");
    }
}
