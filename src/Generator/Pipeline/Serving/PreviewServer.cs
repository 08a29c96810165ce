using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Recto.Diagnostics;

namespace Recto.Pipeline.Serving;

/// <summary>The door to browsers of this machine, and of no other.</summary>
internal sealed class PreviewServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly int port;

    /// <exception cref="ReportException">The port is taken.</exception>
    private PreviewServer(int port)
    {
        this.port = port;
        listener.Prefixes.Add($"http://localhost:{Text(port)}/");
        listener.Prefixes.Add($"http://127.0.0.1:{Text(port)}/");
        listener.Start();
    }

    public string Address => $"http://localhost:{Text(port)}/";

    /// <param name="port">Null for any that is free.</param>
    /// <exception cref="ReportException">The port is taken, or may not be used.</exception>
    public static PreviewServer Start(int? port)
    {
        try
        {
            return new PreviewServer(port ?? FreePort());
        }
        catch (HttpListenerException e)
        {
            throw new ReportException(
                ExitCode.SomethingMissing,
                $"port {Text(port ?? 0)} cannot be served on: {e.Message}; --port takes another, and without it any that is free is taken"
            );
        }
    }

    /// <summary>Answers until it is cancelled; what goes wrong with one request is no matter of the others.</summary>
    public async Task ServeAsync(Func<HttpListenerContext, Task> answer, CancellationToken cancel)
    {
        using var stop = cancel.Register(listener.Stop);
        while (!cancel.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                cancel.ThrowIfCancellationRequested();
                continue;
            }

            _ = Task.Run(() => AnswerAsync(context, answer), CancellationToken.None);
        }
    }

    public void Dispose() => ((IDisposable)listener).Dispose();

    private async Task AnswerAsync(HttpListenerContext context, Func<HttpListenerContext, Task> answer)
    {
        using var response = context.Response;
        try
        {
            if (IsOurs(context.Request))
            {
                await answer(context);
            }
            else
            {
                response.StatusCode = (int)HttpStatusCode.Forbidden;
            }
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The browser is gone.
        }
        catch (OperationCanceledException)
        {
            // We are.
        }
    }

    /// <summary>
    /// Under another name it is a page from elsewhere that had its name point here; what another site's page sends is
    /// no wish of the author's either, and cannot carry our header.
    /// </summary>
    private bool IsOurs(HttpListenerRequest request) =>
        request.IsLocal
        && (request.UserHostName == $"localhost:{Text(port)}" || request.UserHostName == $"127.0.0.1:{Text(port)}")
        && (request.HttpMethod is "GET" or "HEAD" || request.Headers["X-Recto"] == "preview");

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
