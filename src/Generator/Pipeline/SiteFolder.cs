using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>The only writer of the site: a new edition is put together beside the old one and swapped in whole.</summary>
public sealed class SiteFolder(string site)
{
    public string Folder => site;

    private readonly string fresh = Beside(site, "new");
    private readonly string doomed = Beside(site, "old");

    /// <summary>Where the new edition lies until it is published.</summary>
    public string Draft => fresh;

    /// <summary>Tidies up after a build that was killed: an edition that was moved away comes back.</summary>
    public void Recover()
    {
        if (!Directory.Exists(site) && Directory.Exists(doomed))
        {
            Directory.Move(doomed, site);
        }

        Delete(doomed);
        Delete(fresh);
    }

    /// <summary>Path → SHA-256 of what lies there now.</summary>
    public SortedDictionary<string, string> Published() => FileDigests.OfTree(site);

    /// <summary>A file of the published edition.</summary>
    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(site, path));

    /// <summary>Writes files of the new edition; one that is published already is the same file, time and all.</summary>
    /// <param name="isPublished">Whether the published file of that path has the same bytes.</param>
    public void Write(IReadOnlyDictionary<string, byte[]> files, Func<string, bool> isPublished)
    {
        foreach (var folder in files.Keys.Select(FolderOf).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(folder);
        }

        foreach (var (path, bytes) in files)
        {
            var target = Path.Combine(fresh, path);
            if (!isPublished(path))
            {
                File.WriteAllBytes(target, bytes);
            }
            else if (!HardLink.TryMake(Path.Combine(site, path), target))
            {
                File.WriteAllBytes(target, bytes);
                File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(Path.Combine(site, path)));
            }
        }

        string FolderOf(string path) => Path.GetDirectoryName(Path.Combine(fresh, path))!;
    }

    /// <summary>In one step where the system can exchange two folders; else a kill in between is mended by <see cref="Recover"/>.</summary>
    public void Publish()
    {
        if (!Directory.Exists(site))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(site)!);
            Directory.Move(fresh, site);
        }
        else if (FolderExchange.TrySwap(fresh, site))
        {
            Delete(fresh);
        }
        else
        {
            Directory.Move(site, doomed);
            Directory.Move(fresh, site);
            Delete(doomed);
        }
    }

    public void Discard() => Delete(fresh);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Beside(string site, string suffix) =>
        Path.Combine(Path.GetDirectoryName(site)!, $".{Path.GetFileName(site)}-{suffix}");
}
