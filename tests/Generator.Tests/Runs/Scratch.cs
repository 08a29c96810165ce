namespace Recto.Tests.Runs;

/// <summary>A folder of its own for a test, and the places of what tests start.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("recto-").FullName;

    /// <summary>The repository.</summary>
    public static string StandIns { get; } = FindStandIns();

    public Workspace Workspace => new(Path, Path, System.IO.Path.Combine(Path, "site"));

    public string this[string path] => System.IO.Path.Combine(Path, path);

    public string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], bytes);
        return this[path];
    }

    public Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(this[path], Xunit.TestContext.Current.CancellationToken);

    /// <summary>Relative paths of all files below a folder, hidden ones too, sorted.</summary>
    public IEnumerable<string> Files(string folder) =>
        Directory.Exists(this[folder])
            ? Directory
                .EnumerateFiles(this[folder], "*", SearchOption.AllDirectories)
                .Select(f => System.IO.Path.GetRelativePath(this[folder], f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
            : [];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string FindStandIns()
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        return System.IO.Path.Combine(
            Repository.Root,
            "tests",
            "StandIns",
            "bin",
            configuration,
            "net10.0",
            "stand-ins.dll"
        );
    }
}
