using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Recto.Tests.Runs;

/// <summary>Answers each request on the loopback with what a test wants sent, well-formed or not.</summary>
internal sealed class TinyServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]?> answer;

    /// <param name="answer">Path → the whole response, or null to stay silent.</param>
    public TinyServer(Func<string, byte[]?> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = ServeAsync();
    }

    public List<string> Asked { get; } = [];

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    /// <summary>An address of the loopback where nothing listens.</summary>
    public static string Nobody
    {
        get
        {
            using var server = new TinyServer(_ => null);
            return server.Address;
        }
    }

    public static byte[] Ok(byte[] body) => Ok(body, body.Length);

    public static byte[] Ok(byte[] body, int told) =>
        [
            .. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {told}\r\nConnection: close\r\n\r\n"),
            .. body,
        ];

    public static byte[] NotFound { get; } =
        Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        var path = (await reader.ReadLineAsync())!.Split(' ')[1];
        while (await reader.ReadLineAsync() is { Length: > 0 }) { }

        Asked.Add(path);
        if (answer(path) is { } response)
        {
            await stream.WriteAsync(response);
        }
        else
        {
            await Task.Delay(2000);
        }
    }
}
