namespace Recto.Tests;

/// <summary>Where the sources lie; tests that read them find them from their own binaries.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Recto.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
