using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Recto.Pipeline.Serving;

/// <summary>The pages that are open in browsers, each with a bell that rings when there is news.</summary>
internal sealed class Viewers
{
    private readonly ConcurrentDictionary<Channel<bool>, string> bells = new();

    /// <summary>Below the site, each once.</summary>
    public IEnumerable<string> Paths => bells.Values.Distinct(StringComparer.Ordinal);

    public void Tell()
    {
        foreach (var bell in bells.Keys)
        {
            bell.Writer.TryWrite(true);
        }
    }

    /// <param name="path">Of the page that is open.</param>
    /// <param name="tell">Called at once and whenever there is news, until it cannot be told.</param>
    public async Task FollowAsync(string path, Func<Task> tell, CancellationToken cancel)
    {
        var bell = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );
        bells[bell] = path;
        try
        {
            await tell();
            await foreach (var _ in bell.Reader.ReadAllAsync(cancel))
            {
                await tell();
            }
        }
        finally
        {
            bells.TryRemove(bell, out var _);
        }
    }
}
