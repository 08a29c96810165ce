using System.Threading.Channels;

namespace Recto.Pipeline.Serving;

/// <summary>The door to the system's notices that files below some folders changed. It only wakes: contents decide.</summary>
/// <param name="root">Holds those of the folders that are yet to come.</param>
/// <param name="folders">Absolute; with all that is below them.</param>
internal sealed class SourceWatch(string root, params IReadOnlyList<string> folders) : IDisposable
{
    /// <summary>An editor writes, renames and touches in one go.</summary>
    private static readonly TimeSpan OneGo = TimeSpan.FromMilliseconds(15);

    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);

    /// <summary>Folders come and go; what is written from now on will wake.</summary>
    public void Renew()
    {
        foreach (var folder in folders.Prepend(root))
        {
            var exists = Directory.Exists(folder);
            if (!exists && watchers.Remove(folder, out var gone))
            {
                gone.Dispose();
            }
            else if (exists && !watchers.ContainsKey(folder))
            {
                watchers[folder] = Watcher(folder);
            }
        }
    }

    public void Wake() => wakes.Writer.TryWrite(true);

    /// <returns>False if nothing happened for that long.</returns>
    public async Task<bool> WokenAsync(TimeSpan patience, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            await wakes.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }

        await Task.Delay(OneGo, cancel);
        wakes.Reader.TryRead(out _);
        return true;
    }

    public void Dispose() => watchers.Values.ToList().ForEach(watcher => watcher.Dispose());

    private FileSystemWatcher Watcher(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = folder != root };
        watcher.Changed += (_, _) => Wake();
        watcher.Created += (_, _) => Wake();
        watcher.Deleted += (_, _) => Wake();
        watcher.Renamed += (_, _) => Wake();
        watcher.Error += (_, _) => Wake(); // Notices were lost.
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
