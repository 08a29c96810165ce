using System.Globalization;
using Recto.Experiments.Contract;

namespace Recto.Pipeline;

/// <summary>One build at a time in a report, and in those below its site; the system lets go of it when its holder dies, however it dies.</summary>
public sealed class BuildLock : IDisposable
{
    private readonly FileStream held;

    private BuildLock(FileStream held) => this.held = held;

    /// <summary>Waits for a build that is under way, and says whose.</summary>
    public static async Task<BuildLock> TakeAsync(Workspace workspace, Action<string> say, CancellationToken cancel)
    {
        var folder = workspace.Host is { } host ? Path.Combine(host, ".cache") : workspace.Cache;
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(workspace.Cache);
        var path = Path.Combine(folder, "lock");
        var held = TryTake(path);
        if (held is null)
        {
            say($"waiting for another build of this report (process {Holder(path)}) …");
        }

        while (held is null)
        {
            await Task.Delay(200, cancel);
            held = TryTake(path);
        }

        await File.WriteAllTextAsync(
            HolderFile(path),
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            cancel
        );
        return held;
    }

    public void Dispose() => held.Dispose();

    private static BuildLock? TryTake(string path)
    {
        try
        {
            return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException e) when (!DiskSpace.IsMissing(e))
        {
            return null;
        }
    }

    private static string HolderFile(string path) => path + ".holder";

    private static string Holder(string path) =>
        File.Exists(HolderFile(path)) ? File.ReadAllText(HolderFile(path)) : "unknown";
}
