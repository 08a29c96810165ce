using System.Security.Cryptography;

namespace Recto.Runs;

/// <summary>SHA-256 of files' bytes, lower-case hex.</summary>
public static class FileDigests
{
    /// <summary>Every file below a folder: relative path, forward slashes → digest; empty where there is no folder.</summary>
    /// <param name="isLeftOut">Asked of each folder, by its full path.</param>
    public static SortedDictionary<string, string> OfTree(string folder, Func<string, bool>? isLeftOut = null) =>
        Of(folder, e => isLeftOut is null || e is not DirectoryInfo || !isLeftOut(e.FullName));

    /// <summary>Files with these extensions, build output left out.</summary>
    public static SortedDictionary<string, string> OfSources(string folder, params string[] extensions) =>
        Of(folder, e => e is DirectoryInfo ? e.Name is not ("bin" or "obj") : extensions.Contains(e.Extension));

    public static string OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static SortedDictionary<string, string> Of(string folder, Func<FileSystemInfo, bool> counts)
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            Add(new DirectoryInfo(folder), "");
        }

        return digests;

        void Add(DirectoryInfo directory, string prefix)
        {
            foreach (var entry in directory.EnumerateFileSystemInfos().Where(counts))
            {
                if (entry is DirectoryInfo below)
                {
                    Add(below, $"{prefix}{below.Name}/");
                }
                else
                {
                    digests.Add(prefix + entry.Name, OfFile(entry.FullName));
                }
            }
        }
    }
}
