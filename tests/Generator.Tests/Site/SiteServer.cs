using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace Recto.Tests.Site;

/// <summary>Serves a folder as GitHub Pages does: below a path, packed with gzip.</summary>
internal sealed class SiteServer : IDisposable
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
        [".xml"] = "application/xml",
        [".pdf"] = "application/pdf",
    };

    private readonly HttpListener listener = new();
    private readonly string folder;
    private readonly string path;

    public SiteServer(string folder, string path)
    {
        (this.folder, this.path) = (folder, path);
        Address = $"http://localhost:{FreePort()}{path}";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>A slow line: a page comes in pieces of so many bytes, and is shown as far as it has come.</summary>
    public int? Piece { get; init; }

    public void Dispose() => ((IDisposable)listener).Dispose();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        var file = Path.Combine(folder, Uri.UnescapeDataString(context.Request.Url!.AbsolutePath[path.Length..]));
        if (!File.Exists(file))
        {
            response.StatusCode = 404;
            return;
        }

        var type = Types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        response.ContentType = type;
        response.Headers["Cache-Control"] = "max-age=600";
        var isText = Path.GetExtension(file) is ".html" or ".css" or ".js" or ".json" or ".svg" or ".xml";
        await using var source = File.OpenRead(file);
        if (!isText)
        {
            response.ContentLength64 = source.Length;
            await source.CopyToAsync(response.OutputStream);
            return;
        }

        if (Piece is { } piece && type == Types[".html"])
        {
            foreach (var part in (await File.ReadAllBytesAsync(file)).Chunk(piece))
            {
                await response.OutputStream.WriteAsync(part);
                await response.OutputStream.FlushAsync();
                await Task.Delay(60);
            }

            return;
        }

        response.Headers["Content-Encoding"] = "gzip";
        await using var zip = new GZipStream(response.OutputStream, CompressionLevel.Optimal);
        await source.CopyToAsync(zip);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
