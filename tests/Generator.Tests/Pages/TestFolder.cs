namespace Recto.Tests.Pages;

/// <summary>A workspace with Recto's own templates and assets, and an empty cache that goes with it.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("recto-pages-").FullName;

    public Workspace Workspace => new(Home, root, Path.Combine(root, "site"));

    public static string Home { get; } = FindHome(AppContext.BaseDirectory);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string FindHome(string folder) =>
        File.Exists(Path.Combine(folder, "Recto.slnx")) ? folder : FindHome(Path.GetDirectoryName(folder)!);
}
