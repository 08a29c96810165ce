using System.IO.Compression;
using System.Security.Cryptography;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>The door to data sets: found on disk, plain or gzipped, else downloaded; every byte checked.</summary>
public sealed class DataSets(DataPlaces places, Download download)
{
    /// <returns>Role → file that a worker can read; empty for drawn data sets, and where an error was added to the bag.</returns>
    public async Task<IReadOnlyDictionary<string, DataFile>> ProvideAsync(
        DataSet set,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        try
        {
            return set.Form switch
            {
                DataForm.Images => ImageFolders.Provide(set, places),
                DataForm.Npy => NpySets.Provide(set, await FilesAsync(set, bag, cancel), places),
                _ => await FilesAsync(set, bag, cancel),
            };
        }
        catch (InvalidDataException e)
        {
            bag.Add(Errors.DataUnfit(set.Place, set.Name, e.Message));
            return new Dictionary<string, DataFile>();
        }
    }

    private async Task<IReadOnlyDictionary<string, DataFile>> FilesAsync(
        DataSet set,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var found = new SortedDictionary<string, DataFile>(StringComparer.Ordinal);
        var troubles = new List<string>();
        foreach (var file in set.Files)
        {
            var path =
                Find(set, file, troubles)
                ?? await download.FetchAsync(set, file, Path.Combine(places.Downloads, set.Name), troubles, cancel);
            if (path is not null)
            {
                // The worker unpacks it, and knows it by what is inside.
                found[file.Role] = new DataFile(path, file.IsPacked ? Digest(path, isPacked: false) : file.Sha256);
            }
        }

        if (found.Count == set.Files.Count)
        {
            return found;
        }

        bag.Add(Errors.DataMissing(set.Place, set.Name, Searched(set, troubles), ToDo(set)));
        return new Dictionary<string, DataFile>();
    }

    /// <summary>What is wrong with a file, or null where its bytes have the declared digest.</summary>
    public static string? Trouble(string path, DataSetFile wanted)
    {
        try
        {
            var actual = Digest(path, wanted.IsPacked);
            return actual == wanted.Sha256
                ? null
                : $"is damaged: SHA-256 {actual[..12]}… instead of {wanted.Sha256[..12]}…";
        }
        catch (InvalidDataException)
        {
            return "is damaged: no whole gzip file";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {e.Message}";
        }
    }

    /// <param name="isPacked">Of the bytes as they are; otherwise of what they unpack to, if they are packed.</param>
    private static string Digest(string path, bool isPacked)
    {
        using var file = File.OpenRead(path);
        using var bytes =
            !isPacked && path.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(file, CompressionMode.Decompress)
                : (Stream)file;
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private string? Find(DataSet set, DataSetFile file, List<string> troubles)
    {
        foreach (var folder in places.Folders)
        {
            foreach (var name in new[] { file.Name, file.PackedName }.Distinct())
            {
                var path = Path.Combine(folder, set.Name, name);
                if (File.Exists(path))
                {
                    var trouble = Trouble(path, file);
                    if (trouble is null)
                    {
                        return path;
                    }

                    troubles.Add($"{path} {trouble}");
                }
            }
        }

        return null;
    }

    private string Searched(DataSet set, List<string> troubles)
    {
        var files = string.Join(", ", set.Files.Select(f => f.Name));
        var folders = string.Join(", ", places.Folders.Select(f => Path.Combine(f, set.Name)));
        return string.Join(
            '\n',
            [
                $"files: {files} ({(set.Files.All(f => f.IsPacked) ? "as they are" : "each plain or .gz")})",
                $"searched: {folders}",
                .. troubles,
            ]
        );
    }

    private string ToDo(DataSet set) =>
        $"put the files into {Path.Combine(places.Downloads, set.Name)}, or into a folder {set.Name}/ and set "
        + $"RECTO_DATA to the folder above it"
        + (set.Sources.Count > 0 ? $"; they are served by {string.Join(" and ", set.Sources)}" : "");
}
